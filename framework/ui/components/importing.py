"""Brings in a brief (JSON) or a sheet (YAML or JSON) from a file or from pasted text, as new work."""

from __future__ import annotations

import streamlit as st

from framework.errors import Problem, SheetError
from framework.model.printable import printable
from framework.model.sheet import Sheet
from framework.rulebase import read_sheet
from framework.rulebase.briefs import MAX_BRIEF
from framework.ui import current_work, links, resources
from framework.ui.escaping import md

MOST_SHOWN = 8
"""Problems that are listed; the rest is counted."""

_FILE, _TEXT, _NOTHING = "import_file", "import_text", "Choose a file or paste a text first."


def show() -> None:
    """A fold with the two ways in. Nothing that is open is changed: what is brought in is a new idea."""
    with st.expander("Bring in a brief or a sheet", icon=":material/upload:"):
        st.caption("A brief that was downloaded as JSON, or answers as YAML or JSON. It becomes an idea of its own.")
        file = st.file_uploader(
            "A file", type=["json", "yaml", "yml"], key=_FILE, max_upload_size=MAX_BRIEF // 1_000_000
        )
        text = st.text_area("Or its text", key=_TEXT, height=120)
        if st.button("Bring it in", key="import", icon=":material/upload:"):
            _bring(file.getvalue() if file else text.encode("utf-8", "replace"))


def _bring(raw: bytes) -> None:
    if not raw.strip():
        st.warning(_NOTHING, icon=":material/info:")
        return
    if len(raw) > MAX_BRIEF:
        size = f"This has {len(raw) / 1e6:.1f} MB; a brief has at most {MAX_BRIEF // 1_000_000} MB."
        st.error(f"{size} Nothing was changed. Is it the right file?", icon=":material/error:")
        return
    try:
        sheet = read_sheet(raw, resources.rules())
    except SheetError as error:
        _report(error.problems)
        return
    links.leave("brief", work=current_work.begin(_saved(sheet)))


def _report(problems: tuple[Problem, ...]) -> None:
    lines = [f"- {_line(problem)}" for problem in problems[:MOST_SHOWN]]
    if len(problems) > MOST_SHOWN:
        lines.append(f"- and {len(problems) - MOST_SHOWN} more")
    head = "This cannot be brought in as it is. Nothing was changed; mend it here or in the file, and try again."
    st.error("\n".join((head, "", *lines)), icon=":material/error:")


def _line(problem: Problem) -> str:
    where = f"Line {problem.place.line}: " if problem.place else ""
    hint = f" ({problem.hint})" if problem.hint else ""
    return md(f"{where}{problem.message}{hint}")


def _saved(sheet: Sheet) -> Sheet:
    """The sheet as it can be saved: texts printable and no longer than a field takes."""
    words = {id_: printable(text)[: current_work.MAX_WORD] for id_, text in sheet.words.items()}
    return sheet.model_copy(update={"title": printable(sheet.title)[: current_work.MAX_TITLE], "words": words})
