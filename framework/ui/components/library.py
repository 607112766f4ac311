"""The library of worked cases: search, filters, and cards that show the situation and not how it ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest
from textwrap import shorten

import streamlit as st
from markupsafe import Markup

from framework.model.case import Case
from framework.model.listing import alphabetical
from framework.model.rulebase import Identity, RuleBase
from framework.model.sheet import Sheet
from framework.search.documents import CASE
from framework.ui import address, links, memory, resources, theme
from framework.ui.components import spoken
from framework.ui.components.like_mine import assessed_cases
from framework.ui.escaping import md
from framework.ui.speech import say, say_count
from framework.ui.trouble import guarded

HIDDEN = "hidden"
"""The parameter of the address that hides how a case ended."""

FIRST = 12
"""Cards on the page before somebody asks for all."""

MAX_DESCRIPTION_CHARS = 260
"""Characters of a description on a card."""

_SEARCH = "case_search"
"""The key of the field in which cases are searched."""


def show(rulebase: RuleBase, *, lost: bool = False) -> None:
    """The search, the filters, and a card for each case that is left; `lost`: the address names a case that is none."""
    st.title(say("Worked cases"), anchor=False)
    if lost:
        st.markdown(say("There is no case at this address. These are all the cases:"))
    if not rulebase.cases:
        st.markdown(say("These rules have no worked cases yet."))
        return
    st.markdown(
        say(
            "Real problems whose outcome was published, failures among them. Answer one yourself first, then compare "
            "your answers with ours."
        )
    )
    query = st.text_input(
        say("Search the cases"), key=_SEARCH, placeholder=say("for example: which customers will leave")
    )
    found = _searched(rulebase, query) if query.strip() else mixed(rulebase)
    left, shown = _filtered(rulebase, found)
    count = say_count(len(left), "{number} case", "{number} cases")
    every = len(rulebase.cases)
    st.caption(count if len(left) == every else say("{count} of {every}", count=count, every=every))
    if not left:
        st.markdown(say("No case fits. Take a filter away, or try another word."))
    spoken.noted(case.description for case in left)
    everything = memory.value_of("all_cases") or query.strip() or len(left) <= FIRST
    with st.container(key="cards_cases"):
        for case in left if everything else left[:FIRST]:
            _card(rulebase, case, revealed=shown)
    if not everything:
        st.button(
            say("Show all {count}", count=count),
            key="more_cases",
            on_click=guarded(memory.remember),
            args=("all_cases", True),
        )


def mixed(rulebase: RuleBase) -> list[Case]:
    """Every case, one of each verdict in turn, so that what failed stands beside what worked."""
    rows = [[case for case in rulebase.cases if case.expected.verdict == id_] for id_ in rulebase.verdict]
    return [case for case in chain.from_iterable(zip_longest(*rows)) if case is not None]


def attempt(case: Case) -> None:
    """Begin work on a case as if nobody had answered it."""
    links.begin(Sheet(title=case.title), **{address.TRY: case.id})


@st.cache_resource(show_spinner=False, max_entries=4)
def _deciding(identity: Identity, _rulebase: RuleBase) -> Mapping[str, tuple[str, ...]]:
    """The questions whose answers decide each case."""
    return {
        id_: tuple(given.question for given in found.sufficient_reason)
        for id_, found in assessed_cases(identity, _rulebase).items()
    }


def _searched(rulebase: RuleBase, query: str) -> list[Case]:
    """The cases that a search finds; told is what was searched in its place, or what else may have been meant."""
    hits, instead, offered = resources.search().search(query, kind=CASE, most=None)
    if instead:
        st.markdown(say("Results for “{words}”:", words=md(instead)))
    if offered:
        st.button(
            say("Did you mean “{words}”?", words=md(offered)),
            key="case_meant",
            icon=":material/spellcheck:",
            on_click=guarded(memory.remember),
            args=(_SEARCH, offered),
        )
    return [rulebase.case[id_] for _, id_ in hits.together()]


def _filtered(rulebase: RuleBase, cases: Sequence[Case]) -> tuple[list[Case], bool]:
    """The cases that pass every filter, and whether their verdicts are shown."""
    with st.expander(say("Filter"), icon=":material/filter_list:"):
        deciding = _deciding(rulebase.identity, rulebase)
        fields = sorted({case.field for case in rulebase.cases if case.field}, key=alphabetical)
        tasks = [id_ for id_ in rulebase.task if any(case.expected.task == id_ for case in rulebase.cases)]
        often = [id_ for id_, _ in Counter(chain.from_iterable(deciding.values())).most_common()]
        field = (
            st.selectbox(say("Field"), fields, index=None, placeholder=say("Any"), key="case_field") if fields else None
        )
        task = st.selectbox(
            say("Task type"), tasks, index=None, placeholder=say("Any"), key="case_task",
            format_func=lambda id_: rulebase.task[id_].name,
        )  # fmt: skip
        decided = st.selectbox(
            say("What decided"), often, index=None, placeholder=say("Any"), key="case_decided",
            format_func=lambda id_: rulebase.questions[id_].short,
        )  # fmt: skip
        verdict = st.selectbox(
            say("Verdict"), list(rulebase.verdict), index=None, placeholder=say("Any"), key="case_verdict",
            format_func=lambda id_: rulebase.verdict[id_].title,
        )  # fmt: skip
        shown = st.toggle(say("Show the verdicts"), key="case_verdicts") or verdict is not None
    left = [
        case
        for case in cases
        if (field is None or case.field == field)
        and (task is None or case.expected.task == task)
        and (verdict is None or case.expected.verdict == verdict)
        and (decided is None or decided in deciding[case.id])
    ]
    return left, shown


def _card(rulebase: RuleBase, case: Case, *, revealed: bool) -> None:
    with st.container(border=True, key=f"case_{case.id}", gap="small"):
        hidden = {} if revealed else {HIDDEN: "yes"}
        links.link_elsewhere("cases", f"**{md(case.title)}**", case=case.id, **hidden)
        if case.field:
            st.caption(md(case.field))
        if revealed:
            found = rulebase.verdict[case.expected.verdict]
            st.html(
                Markup('<p class="group {}"><span class="sym" aria-hidden="true">{}</span>{}</p>').format(
                    theme.hue(found.colour), found.icon, found.title
                )
            )
        spoken.prose(shorten(case.description, MAX_DESCRIPTION_CHARS, placeholder="…"), f"about_{case.id}")
        if st.button(say("Try it first"), icon=":material/edit_note:", key=f"try_{case.id}"):
            attempt(case)
