"""My ideas: everything begun on this device, to go on with, copy, delete, take along and bring back."""

from __future__ import annotations

import streamlit as st

from framework.errors import UserError
from framework.model.history import review_due
from framework.model.listing import listed
from framework.store import Work
from framework.store.portable import Idea, from_json, to_json
from framework.ui import device, links, notices, resources
from framework.ui.components import idea_rows, review
from framework.ui.components.idea_line import UNTITLED
from framework.ui.escaping import md, one_or_many

FILE = "my-ideas.json"


def due(works: list[Work]) -> None:
    """Which reviews are due, before everything else."""
    names = [f"“{work.title or UNTITLED}”" for work in works if review_due(work.sheet, work.history, review.today())]
    if names:
        said = one_or_many(len(names), "review is due", "reviews are due")
        st.info(f"{said}: {md(listed(names, 'and'))}. Open the brief, and note what happened.", icon=":material/event:")


def take_along(works: list[Work]) -> None:
    """Export and import."""
    st.header("Take them along", anchor=False)
    st.markdown(
        "One file with all ideas, for another device or as a copy for yourself. To go on with a single idea on your "
        "phone, open its brief and choose *Share*."
    )
    if works:
        st.download_button(
            "Export all",
            lambda: to_json(works, resources.store().editions.of_many([work.key for work in works])),
            file_name=FILE,
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
        )
    with st.expander("Import", icon=":material/upload:", key="import"):
        field = f"import_{st.session_state.get('imports', 0)}"
        given = st.file_uploader("A file that “Export all” has made", type="json", key=field)
    if given is not None:
        _bring_in(given.getvalue(), works)


def _bring_in(content: bytes, works: list[Work]) -> None:
    try:
        ideas = from_json(content)
    except UserError as error:
        st.error(md(str(error)))
        return
    store = resources.store()
    kept = store.editions.of_many([work.key for work in works])
    here = [Idea.of(work, kept.get(work.key, ())) for work in works]
    new = [idea for idea in ideas if idea not in here]
    for idea in new:
        key = store.work.restore(idea.as_work()).key
        store.editions.keep(key, *idea.earlier)
        device.keep(key)
    already = len(ideas) - len(new)
    notices.notify(
        f"Imported {one_or_many(len(new), 'idea', 'ideas')}."
        + (f" {one_or_many(already, 'was', 'were')} here already." if already else "")
    )
    st.session_state["imports"] = st.session_state.get("imports", 0) + 1  # an empty field for the next file
    st.rerun()


rulebase = resources.rules()
works = idea_rows.begun_here(rulebase)

with st.container(key="read_ideas"):
    st.title("My ideas", anchor=False)
    if works:
        st.markdown("Begun on this device. The list is kept by this browser; nobody else sees it.")
        due(works)
    else:
        st.markdown(
            "Nothing was begun on this device yet. An idea appears here as soon as you start its questions, or open a "
            "link to edit one."
        )
    if st.button("Check a new idea", type="secondary" if works else "primary", icon=":material/add:", key="begin"):
        links.begin()
    for number, work in enumerate(works):
        idea_rows.row(rulebase, work, number)
    take_along(works)
