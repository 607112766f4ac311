"""Worked cases that are like one's own idea: what is the same, what differs, and how each ended."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from framework.assessment.assess import assess
from framework.assessment.likeness import LikeCase, like_cases
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.ui import current_work
from framework.ui.components.statement import href, shortened
from framework.ui.escaping import one_or_many


def show(rulebase: RuleBase, mine: Assessment, *, apart_from: str | None = None) -> None:
    """The nearest cases; nothing if none shares an answer that decides. `apart_from`: a case that this idea is of."""
    cases = {id_: found for id_, found in assessed_cases(rulebase.identity, rulebase).items() if id_ != apart_from}
    found = like_cases(rulebase, mine, cases)
    if not found:
        return
    items = Markup().join(_item(rulebase, mine, cases[like.case], like) for like in found)
    st.html(Markup('<div class="doc"><h2>Worked cases like this one</h2><ul class="lines">{}</ul></div>').format(items))


@st.cache_resource(show_spinner=False)
def assessed_cases(identity: tuple[str, str], _rulebase: RuleBase) -> Mapping[str, Assessment]:
    """The assessment of every worked case, made on first use."""
    return {case.id: assess(_rulebase, current_work.sheet_of(case)) for case in _rulebase.cases}


def _item(rulebase: RuleBase, mine: Assessment, theirs: Assessment, like: LikeCase) -> Markup:
    case = rulebase.case[like.case]
    count = len(like.same) + len(like.different)
    line = Markup('<li class="plain"><a href="{}"><strong>{}</strong></a>: {}<br>{}</li>')
    same = f"{len(like.same)} of the {one_or_many(count, 'answer', 'answers')} that decide are the same."
    return line.format(
        href("cases", case=case.id),
        case.title,
        rulebase.verdict[theirs.verdict or case.expected.verdict].title,
        Markup("{} {}").format(same, _difference(rulebase, mine, theirs, like)),
    )


def _difference(rulebase: RuleBase, mine: Assessment, theirs: Assessment, like: LikeCase) -> Markup:
    """The first answer that differs, with both answers, and how many more differ."""
    if not like.different:
        return Markup("None differs.") if len(like.same) > 1 else Markup()
    first, *others = like.different
    yours, there = (
        shortened(rulebase.answer_text(first, assessment.sheet.answers[first])) for assessment in (mine, theirs)
    )
    more = f" {one_or_many(len(others), 'other answer differs', 'other answers differ')} too." if others else ""
    return Markup('<span class="soft">{}:</span> you say “{}”, the case says “{}”.{}').format(
        rulebase.questions[first].short, yours, there, more
    )
