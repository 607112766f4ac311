"""Worked cases that are like one's own idea: what is the same, what differs, and how each ended."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup, escape

from framework.assessment.assess import assess
from framework.assessment.likeness import LikeCase, like_cases
from framework.model.assessment import Assessment
from framework.model.rulebase import Identity, RuleBase
from framework.ui.components.statement import href, shortened
from framework.ui.speech import say, say_count


def show(rulebase: RuleBase, mine: Assessment, *, apart_from: str | None = None) -> None:
    """The nearest cases; nothing if none shares an answer that decides. `apart_from`: a case that this idea is of."""
    cases = {id_: found for id_, found in assessed_cases(rulebase.identity, rulebase).items() if id_ != apart_from}
    found = like_cases(rulebase, mine, cases)
    if not found:
        return
    items = Markup().join(_item(rulebase, mine, cases[like.case], like) for like in found)
    heading = say("Worked cases like this one")
    other = any(cases[like.case].verdict not in mine.possible_verdicts for like in found)
    told = say("Where the advice differs from yours, it is because some answers differ.") if other else ""
    note = Markup("<p>{}</p>").format(told) if told else ""
    st.html(Markup('<div class="doc"><h2>{}</h2>{}<ul class="lines">{}</ul></div>').format(heading, note, items))


@st.cache_resource(show_spinner=False, max_entries=4)
def assessed_cases(identity: Identity, _rulebase: RuleBase) -> Mapping[str, Assessment]:
    """The assessment of every worked case, made on first use."""
    return {case.id: assess(_rulebase, case.sheet()) for case in _rulebase.cases}


def _item(rulebase: RuleBase, mine: Assessment, theirs: Assessment, like: LikeCase) -> Markup:
    case = rulebase.case[like.case]
    return Markup('<li class="plain"><a href="{}"><strong>{}</strong></a>{} {}<br>{}{}</li>').format(
        href("cases", case=case.id),
        case.title,
        say(":"),
        rulebase.verdict[theirs.verdict or case.expected.verdict].title,
        _compared(rulebase, mine, theirs, like),
        _same(rulebase, mine, like),
    )


def _compared(rulebase: RuleBase, mine: Assessment, theirs: Assessment, like: LikeCase) -> Markup:
    """How many answers are the same; the first that differs, with both answers, and how many more differ."""
    count = len(like.same) + len(like.different)
    if not like.different:
        same = say_count(
            count,
            "Both have the same deciding answer.",
            "Both have the same {number} deciding answers.",
        )
        return escape(same)
    first, *others = like.different
    yours, there = (_answer(rulebase, assessment, first) for assessment in (mine, theirs))
    more = say("{number} more differ.", number=len(others)) if len(others) > 1 else say("One more differs.")
    return Markup('{} <span class="soft">{}{}</span> {} {}').format(
        say(
            "Both have the same answer to {same} of the {count} deciding questions.",
            same=len(like.same),
            count=count,
        ),
        rulebase.questions[first].short,
        say(":"),
        say("here “{yours}”, there “{there}”.", yours=yours, there=there),
        more if others else "",
    )


def _same(rulebase: RuleBase, mine: Assessment, like: LikeCase) -> Markup:
    """The answers that are the same, folded."""
    items = Markup().join(
        Markup('<li><span class="soft">{}{}</span> {}</li>').format(
            rulebase.questions[id_].short, say(":"), _answer(rulebase, mine, id_)
        )
        for id_ in like.same
    )
    return Markup('<details class="more"><summary>{}</summary><ul>{}</ul></details>').format(
        say("What is the same"), items
    )


def _answer(rulebase: RuleBase, assessment: Assessment, question: str) -> str:
    return shortened(rulebase.answer_text(question, assessment.sheet.answers[question]))
