"""The person's own words, asked right after the verdict: a few fields, and the sentence that they complete."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.assessment.words import Words
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import memory, scripts
from framework.ui.components import question

PER_ROW = 2

_SCRIPT = Path(__file__).with_suffix(".js")
_SHOWN = "_own_words_shown"


def wanted(rulebase: RuleBase, sheet: Sheet, work: str) -> bool:
    """Whether one of the first words is missing, or was when this session first came to the brief of this work.

    The fields stay while somebody types into the last one.
    """
    missing = any(not sheet.words.get(id_) for id_ in rulebase.manifest.interview.own_words)
    if missing:
        memory.remember(_SHOWN, work)
    return missing or memory.value_of(_SHOWN) == work


def show(rulebase: RuleBase, sheet: Sheet) -> None:
    """The fields; each change is saved and the sentence grows."""
    asked = [rulebase.questions[id_] for id_ in rulebase.manifest.interview.own_words]
    template = rulebase.manifest.sentences.own_words
    if not asked or not template:
        return
    with st.container(key="own_words"):
        st.html(Markup('<p class="grown" role="status">{}</p>').format(Words(rulebase, sheet.words).fill(template)))
        for start in range(0, len(asked), PER_ROW):
            for column, item in zip(
                st.columns(PER_ROW, vertical_alignment="bottom"), asked[start : start + PER_ROW], strict=False
            ):
                with column:
                    question.field(item, sheet)
        scripts.add(_SCRIPT)
