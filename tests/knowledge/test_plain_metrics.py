"""What a first screen says of a metric: in words that a beginner has, as its name alone may be an abbreviation."""

from __future__ import annotations

import re

import pytest

from framework import assess, load_rules
from framework.report.document import build_document
from framework.report.sections.context import first_sentences

JARGON = re.compile(r"\b(F1|MASE|MAPE|AUC|RMSE|Dice|precision|recall)\b|\blog loss\b", re.IGNORECASE)
"""Words of the subject that a sentence may use in brackets only, behind what they mean."""

METRICS = load_rules().metrics


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_the_first_sentence_about_a_metric_stands_without_other_metrics(metric):
    said = first_sentences(metric.plain, 1)
    assert not JARGON.search(re.sub(r"\([^)]*\)", "", said)), said
    if re.search(r"\bK\b", said):
        assert re.search(r"look at|list", said), said


def test_a_first_screen_that_names_a_metric_says_what_it_is():
    """In the line below its name."""
    looked_at = 0
    for case in load_rules().cases:
        assessment = assess(load_rules(), case.sheet())
        for panel in build_document(load_rules(), assessment).front.panels:
            texts = [line.text for line in panel.lines]
            metric = load_rules().metric.get(assessment.metric or "")
            if metric and any(text.startswith(metric.name) for text in texts):
                assert first_sentences(metric.plain, 1) in texts
                looked_at += 1
    assert looked_at > 10


def test_a_framing_is_offered_by_a_title_without_abbreviations():
    titles = [reframing.title for task in load_rules().tasks for reframing in task.reframings]
    assert len(titles) > 50 and not [title for title in titles if re.search(r"\b(K|F1|AUC)\b", title)]
