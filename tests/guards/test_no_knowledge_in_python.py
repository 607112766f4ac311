"""Knowledge lives in YAML: no id and no word of the subject stands in Python."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from framework import load_rules

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "app.py", ROOT / "server.py", *sorted((ROOT / "framework").rglob("*.py"))]
WORDS = re.compile(r"churn|classifier|machine learning|neural|training data|fraud|labelled|dataset", re.IGNORECASE)
_COMMON_WORDS = """
action actor adoption all amount annoying base_rate baseline believed boxes build calculation code data deadline
decide dice economics even framing frequent goal images inputs instant label learn log_loss measured media minor
minutes minutes_saved moment months most mostly never no none nothing objective objectives once others outlines output
output_form overall partly pays people precision quality rare reasons regular requirements rules run same scale scope
seen severe signal significant sound speed stable table text unit volume what_if yes
"""
COMMON = set(_COMMON_WORDS.split())
"""Ids of the rule base that are also ordinary words of programming; they prove nothing."""


def _texts(path: Path) -> set[str]:
    """Every string in a module except docstrings."""
    tree = ast.parse(path.read_text())
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    }


def _ids() -> set[str]:
    """What Python may not name. A role is its own word for a number, whatever the question or metric is called."""
    rulebase = load_rules()
    ids = {*rulebase.closed_questions, *rulebase.criterion, *rulebase.verdict, *rulebase.outcome, *rulebase.task}
    ids |= {option.id for question in rulebase.closed_questions.values() for option in question.options}
    ids |= {*rulebase.alternative, *rulebase.lesson, *(rulebase.metric.keys() - rulebase.question_in_role.keys())}
    asked = {question.id for question in rulebase.questions.values() if not question.closed}
    return (ids | (asked - rulebase.question_in_role.keys())) - COMMON


def _leaks(texts: set[str], ids: set[str]) -> set[str]:
    return {text for text in texts if text in ids or WORDS.search(text)}


def test_python_names_no_id_and_no_word_of_the_subject() -> None:
    """A change in what the product says about its subject needs no edit of Python."""
    assert len(SOURCES) > 50
    ids = _ids()
    assert {path.name: found for path in SOURCES if (found := _leaks(_texts(path), ids))} == {}


def test_a_leak_would_be_found() -> None:
    """The guard sees an id of a verdict, one of a text question, and a word of the subject."""
    leaks = {"use_ml", "currency", "Is this fraud?"}
    assert _leaks({*leaks, "harmless"}, _ids()) == leaks
