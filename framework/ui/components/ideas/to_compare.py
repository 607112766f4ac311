"""Choosing ideas to compare: the present one, those of this device, links to saved ones, files, and worked cases."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import streamlit as st

from framework.assessment.comparison import MAX_IDEAS
from framework.errors import Problem, SheetError, UserError
from framework.model.listing import distinct
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.report.comparison import UNTITLED
from framework.report.spreadsheet import file_of
from framework.rulebase import read_sheet
from framework.rulebase.table import read_table, template
from framework.store import Purpose, Work
from framework.ui import address, current_work, device, memory, resources
from framework.ui.address import READ, WORK
from framework.ui.components import text_field
from framework.ui.components.ideas import rows
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded

MAX_MEGABYTES = 2
"""Of one file: a brief in JSON is the largest that is read."""

MAX_LINKS = 20_000
"""Characters of all links."""

TABLE = (".csv",)
SHEETS = (".yaml", ".yml", ".json")

_OWN = "compared_own"

MAX_PROBLEMS = 20
"""Problems of one file that are listed."""


def chosen(rulebase: RuleBase) -> list[Sheet]:
    """The ideas that were chosen, in the order in which they are offered."""
    here = current_work.current()
    sheets = [here.sheet] if not here.empty and not here.problem else []
    if sheets:
        title = md(here.sheet.title or say(UNTITLED))
        st.caption(
            say("The case you are reading is included: {title}", title=title)
            if here.case
            else say("Your present idea is included: {title}", title=title)
        )
    sheets += _own(rulebase, here.work)
    cases = st.multiselect(
        say("Worked cases"),
        list(rulebase.case),
        format_func=lambda id_: rulebase.case[id_].title,
        placeholder=say("Choose worked cases"),
        key="compared_cases",
    )
    with st.expander(say("Add saved ideas or files"), icon=":material/add:", expanded=not sheets and not cases):
        links = text_field.area(say("Links to saved ideas, one in each line"), "compared_links", MAX_LINKS, height=100)
        sheets += _linked(rulebase, links or "")
        sheets += _uploaded(rulebase)
    return sheets + [rulebase.case[id_].sheet() for id_ in cases]


def _own(rulebase: RuleBase, here: Work | None) -> list[Sheet]:
    """The sheets of the ideas chosen among those begun on this device, except `here`; the address names them too."""
    works = {device.mark(work.key): work for work in rows.begun_here(rulebase) if not here or work.key != here.key}
    named = (address.param(address.IDEAS) or "").split(",")
    known = {device.mark(key) for key in (*device.kept(), *([here.key] if here else ()))}  # under other rules, too
    elsewhere = [mark for mark in named if mark and mark not in known]
    if elsewhere and device.has_told():
        st.warning(
            say(
                "This address names ideas that are not on this device. First open the edit link of each one here, "
                "or add their links to read below. To show a comparison to others, send the PDF."
            )
        )
    if not works:
        return []
    if _OWN not in st.session_state:
        memory.preset(_OWN, [mark for mark in named if mark in works])
    shown = dict(zip(works, distinct([work.title or say(UNTITLED) for work in works.values()]), strict=True))
    marks = st.multiselect(
        say("My ideas"),
        list(works),
        format_func=shown.__getitem__,
        placeholder=say("Choose ideas begun on this device"),
        key=_OWN,
        on_change=guarded(_named),
    )
    return [works[mark].sheet for mark in marks]


def _named() -> None:
    address.move(ideas=",".join(memory.value_of(_OWN)) or None)


def _linked(rulebase: RuleBase, text: str) -> list[Sheet]:
    """The saved ideas behind links; what leads nowhere is said and left out."""
    found, keys = [], set()
    for number, line in enumerate(text.split("\n"), start=1):
        key = _key_of(line.strip())
        if not line.strip() or (key and key in keys):
            continue
        keys.add(key)
        work = resources.store().work.get(key)
        if work is None:
            st.error(
                say(
                    "Line {number}: there is no saved idea at this link. Copy the whole address of its page.",
                    number=number,
                )
            )
        elif work.rulebase != rulebase.manifest.id:
            st.error(say("Line {number}: this idea was created under different rules.", number=number))
        else:
            found.append(work.sheet)
    return found


def _key_of(link: str) -> str:
    """The key of the idea that a link leads to, also of one to read; empty where it has none, or is no address."""
    try:
        given = parse_qs(urlsplit(link).query)
    except ValueError:
        return ""
    if WORK in given:
        return given[WORK][0]
    return resources.store().links.work_of(next(iter(given.get(READ, ())), None), Purpose.READ) or ""


def _uploaded(rulebase: RuleBase) -> list[Sheet]:
    files = st.file_uploader(
        say("Files: answer sheets (YAML or JSON), or a CSV table with one idea in each row"),
        type=[ending[1:] for ending in (*SHEETS, *TABLE)],
        accept_multiple_files=True,
        key="compared_files",
        max_upload_size=MAX_MEGABYTES,
    )
    st.download_button(
        say("Template for a table"),
        file_of(template(rulebase)),
        "ideas.csv",
        "text/csv",
        icon=":material/download:",
        type="tertiary",
    )
    found: list[Sheet] = []
    for file in files:
        try:
            found += _read(rulebase, file.name, file.getvalue())
        except SheetError as error:
            _report(file.name, error.problems, say("was not read"))
        except UserError as error:
            st.error(md(f"{file.name}: {error}"))
    return found


def _read(rulebase: RuleBase, name: str, data: bytes) -> list[Sheet]:
    if not name.lower().endswith(TABLE):
        sheet = read_sheet(data, rulebase, shown=name)
        return [sheet if sheet.title else sheet.model_copy(update={"title": name.rpartition(".")[0]})]
    table = read_table(data, rulebase, shown=name, most_rows=MAX_IDEAS)
    if table.problems:
        _report(name, table.problems, say("was read in part: the rows without mistakes are shown"))
    return list(table.sheets)


def _report(name: str, problems: tuple[Problem, ...], what: str) -> None:
    lines = [f"**{md(name)} {what}.** {say('Row and column are counted from 1.')}"]
    for problem in problems[:MAX_PROBLEMS]:
        place = problem.place
        where = say("row {row}, column {column}:", row=place.line, column=place.column) if place else ""
        lines.append(f"- {md(f'{where} {problem.message}')}{md(f' ({problem.hint})') if problem.hint else ''}")
    if len(problems) > MAX_PROBLEMS:
        lines.append(f"- {say('and {number} more', number=len(problems) - MAX_PROBLEMS)}")
    st.error("\n".join(lines))
