"""The person's own words, asked right after the verdict: a few fields, and the sentence that they complete."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.assessment.words import Words
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui.components import question

PER_ROW = 2


def wanted(rulebase: RuleBase, sheet: Sheet) -> bool:
    """Whether one of the first words is still missing."""
    return any(not sheet.words.get(id_) for id_ in rulebase.manifest.interview.own_words)


def show(rulebase: RuleBase, sheet: Sheet) -> None:
    """The fields; each change is saved and the sentence grows."""
    asked = [rulebase.questions[id_] for id_ in rulebase.manifest.interview.own_words]
    template = rulebase.manifest.sentences.own_words
    if not asked or not template:
        return
    with st.container(key="own_words"):
        st.html(Markup('<p class="grown" role="status">{}</p>').format(Words(rulebase, sheet.words).fill(template)))
        for start in range(0, len(asked), PER_ROW):
            for column, item in zip(st.columns(PER_ROW), asked[start : start + PER_ROW], strict=False):
                with column:
                    question.field(item, sheet)
