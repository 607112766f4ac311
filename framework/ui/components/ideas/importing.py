"""Brings in ideas: a file of several, a brief (JSON), or a sheet (YAML or JSON), from a file or from pasted text."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from framework.errors import Problem, SheetError, UserError
from framework.model.listing import listed
from framework.model.sheet import MAX_WORD, Sheet
from framework.report.comparison import UNTITLED
from framework.rulebase import read_sheet
from framework.rulebase.briefs import MAX_BRIEF
from framework.store import Work
from framework.store.portable import Idea, from_json, is_file_of_ideas
from framework.store.work import MAX_TITLE
from framework.ui import current_work, device, links, memory, notices, resources
from framework.ui.components import into_view, text_field
from framework.ui.escaping import md
from framework.ui.speech import as_text, say, say_count, to_say, written

MAX_SHOWN = 8
"""Problems that are listed; the rest is counted."""

MAX_MEGABYTES = 20
"""Of a file: several hundred ideas with long texts."""

_TEXT, _NOTHING = "import_text", to_say("Choose a file or paste a text first.")
_COUNT = "imports"

_REFUSED = "import_refused"
"""Where a file's text and what is wrong with it are kept for one run, in which the text stands in the field."""

_SAID = "import_said"
"""The container of what is said about an import."""


def show(here: Collection[Work]) -> None:
    """A fold with the two ways in. Nothing that is `here` is changed: what is brought in is new.

    Args:
        here: the ideas of this device; those of them that a file of several holds are not doubled.
    """
    with st.expander(say("Import ideas"), icon=":material/upload:", key="bring"):
        st.caption(
            say(
                "A file that “Export all” has made, a brief that was downloaded as JSON, or answers as YAML or JSON. "
                "What you bring in becomes an idea of its own."
            )
        )
        refused: tuple[str, tuple[Problem, ...]] | None = memory.value_of(_REFUSED)
        memory.remember(_REFUSED, None)
        if refused:
            memory.preset(_TEXT, refused[0])
        field = f"import_file_{st.session_state.get(_COUNT, 0)}"
        file = st.file_uploader(say("A file"), type=["json", "yaml", "yml"], key=field, max_upload_size=MAX_MEGABYTES)
        text = text_field.area(say("Or its text"), _TEXT, MAX_BRIEF, height=120)
        pressed = st.button(say("Import"), key="import", icon=":material/upload:") and (file or text is not None)
        with st.container(key=_SAID):
            if pressed:
                _take(file.getvalue() if file else None, text or "", here)
            elif refused:
                _report(refused[1])
            if pressed or refused:
                into_view.come(_SAID)  # it may be below the window


def _take(file: bytes | None, text: str, here: Collection[Work]) -> None:
    if file is not None and not file.strip():
        st.warning(say("This file is empty. Choose another one."), icon=":material/info:")
        return
    try:
        _bring(text.encode("utf-8", "replace") if file is None else file, here)
    except SheetError as error:
        written = _text_of(file)
        if written:  # to be corrected in the field, which a file that is still chosen would overrule
            memory.remember(_REFUSED, (written, error.problems))
            _next_file()
            st.rerun()
        _report(error.problems)


def _text_of(file: bytes | None) -> str:
    """What stands in a file; empty where there is none, or where it is no text."""
    try:
        return (file or b"").decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _next_file() -> None:
    """An empty field for the next file."""
    memory.remember(_COUNT, (memory.value_of(_COUNT) or 0) + 1)


def _bring(raw: bytes, here: Collection[Work]) -> None:
    """Bring in what was given, or say why not.

    Raises:
        SheetError: it is a sheet or a brief, and something in it is wrong.
    """
    if not raw.strip():
        st.warning(say(_NOTHING), icon=":material/info:")
    elif len(raw) > MAX_MEGABYTES * 1_000_000:
        st.error(
            say("This is too large: at most {most} MB. Nothing was changed.", most=MAX_MEGABYTES),
            icon=":material/error:",
        )
    elif is_file_of_ideas(raw):
        _several(raw, here)
    elif len(raw) > MAX_BRIEF:
        size = say(
            "This has {size} MB; a brief has at most {most} MB.",
            size=written(f"{len(raw) / 1_000_000:.1f}"),
            most=MAX_BRIEF // 1_000_000,
        )
        st.error(say("{size} Nothing was changed. Is it the right file?", size=size), icon=":material/error:")
    else:
        _one(raw)


def _several(raw: bytes, here: Collection[Work]) -> None:
    try:
        ideas = from_json(raw)
    except UserError as error:
        st.error(md(as_text(error)), icon=":material/error:")
        return
    if not ideas:
        st.warning(
            say("There are no ideas in this file. Export it again where your ideas are."), icon=":material/info:"
        )
        return
    ours = [idea for idea in ideas if idea.rulebase == resources.rules().manifest.id]
    if others := [idea.title or say(UNTITLED) for idea in ideas if idea not in ours]:
        names = md(listed([say("“{name}”", name=title) for title in others[:MAX_SHOWN]], say("and")))
        more = f" {say('and {number} more', number=len(others) - MAX_SHOWN)}" if len(others) > MAX_SHOWN else ""
        text = say(
            "These ideas were created under different rules and open only with those: {names}{more}. "
            "Nothing was changed.",
            names=names,
            more=more,
        )
        st.error(text, icon=":material/error:")
        return
    store = resources.store()
    kept = store.editions.of_many([work.key for work in here])
    known = {Idea.of(work, kept.get(work.key, ())).model_dump_json() for work in here}
    new = [idea for idea in ours if idea.model_dump_json() not in known]
    try:
        works = store.bring_in(new)
    except UserError as error:
        st.error(md(as_text(error)), icon=":material/error:")
        return
    for work in works:
        device.keep(work.key)
    already = len(ours) - len(new)
    told = [say_count(len(new), "Brought in {number} idea.", "Brought in {number} ideas.")]
    if already:
        told.append(say_count(already, "{number} was here already.", "{number} were here already."))
    notices.notify(" ".join(told))
    _next_file()
    st.rerun()


def _one(raw: bytes) -> None:
    sheet = read_sheet(raw, resources.rules())
    saved = _saved(sheet)
    key = current_work.begin(saved)
    if cut := _cut(sheet):
        notices.notify(
            say("Too long, so only the beginning was kept: {cut}.", cut=listed(cut, say("and"))),
            ":material/content_cut:",
        )
    links.leave("brief", work=key)


def _report(problems: tuple[Problem, ...]) -> None:
    lines = [f"- {_line(problem)}" for problem in problems[:MAX_SHOWN]]
    if len(problems) > MAX_SHOWN:
        lines.append(f"- {say('and {number} more', number=len(problems) - MAX_SHOWN)}")
    head = say(
        "This cannot be brought in as it is. Nothing was changed; correct it here or in the file, and try again."
    )
    st.error("\n".join((head, "", *lines)), icon=":material/error:")


def _line(problem: Problem) -> str:
    where = f"{say('Line {line}:', line=problem.place.line)} " if problem.place else ""
    hint = f" ({problem.hint})" if problem.hint else ""
    return md(f"{where}{problem.message}{hint}")


def _cut(sheet: Sheet) -> list[str]:
    """The fields with more than is saved, in asking order, each with how much of it is kept."""
    whole = sheet.printable()
    title = [say("the name")] if len(whole.title) > MAX_TITLE else []
    long = {id_ for id_, text in whole.words.items() if len(text) > MAX_WORD}
    asked = [say("“{name}”", name=each.short) for id_, each in resources.rules().questions.items() if id_ in long]
    kept = ((title, MAX_TITLE), (asked, MAX_WORD))
    return [say("{name} ({most} characters)", name=name, most=most) for names, most in kept for name in names]


def _saved(sheet: Sheet) -> Sheet:
    """The sheet as it can be saved: texts printable and no longer than a field takes."""
    whole = sheet.printable()
    words = {id_: text[:MAX_WORD] for id_, text in whole.words.items()}
    return whole.model_copy(update={"title": whole.title[:MAX_TITLE], "words": words})
