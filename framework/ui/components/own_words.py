"""The person's own words, asked right after the verdict: a few fields, and the sentences that they complete."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.assessment.words import Words
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.own_words import asked_first, missing_of
from framework.ui import memory, resources, scripts
from framework.ui.components import question

PER_ROW = 2

_SCRIPT = Path(__file__).with_suffix(".js")
_SHOWN = "_own_words_shown"


def wanted(rulebase: RuleBase, assessment: Assessment, work: str) -> bool:
    """Whether one of the first words is missing, or this session has shown their fields for this work.

    The fields stay while somebody types into the last one.
    """
    asked = _asked(rulebase, assessment, work)
    return bool(_shown(assessment, work) or missing_of(rulebase, asked, assessment.sheet.words))


def show(rulebase: RuleBase, assessment: Assessment, work: str) -> None:
    """The fields; each change is saved and the sentences grow."""
    asked = [rulebase.questions[id_] for id_ in _asked(rulebase, assessment, work)]
    sentences = rulebase.manifest.sentences
    if not asked or not sentences.own_words:
        return
    sheet = assessment.sheet
    memory.remember(_SHOWN, (work, sheet.answers, tuple(item.id for item in asked)))
    words = Words(rulebase, sheet.words)
    framing = assessment.framing or (words.fill(sentences.no_task) if sentences.no_task else None)  # it may be open
    said = filter(None, (framing, words.fill(sentences.own_words)))
    with st.container(key="own_words"):
        st.html(Markup('<p class="grown" role="status">{}</p>').format(Markup("<br>").join(said)))
        for start in range(0, len(asked), PER_ROW):
            for column, item in zip(
                st.columns(PER_ROW, vertical_alignment="bottom"), asked[start : start + PER_ROW], strict=False
            ):
                with column:
                    question.field(item, sheet)
        scripts.add(_SCRIPT)


def _asked(rulebase: RuleBase, assessment: Assessment, work: str) -> tuple[str, ...]:
    """The fields; another answer may bring other brackets, and so other fields. No word does."""
    sheet = assessment.sheet
    wordless = resources.assessment_of(sheet.model_copy(update={"words": {}}))
    return asked_first(rulebase, wordless, sheet.words, _shown(assessment, work))


def _shown(assessment: Assessment, work: str) -> tuple[str, ...]:
    """The fields that this session has shown for these answers."""
    *of, shown = memory.value_of(_SHOWN) or ("", {}, ())
    return shown if of == [work, assessment.sheet.answers] else ()
