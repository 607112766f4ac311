"""What has taken the place of a question or an option that was withdrawn, for whoever still names it."""

from __future__ import annotations

from collections.abc import Iterable

from framework.errors import did_you_mean
from framework.model.answers import AnswerProblem
from framework.model.rule_id import QUESTIONS, parts_of, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase


def replaced(rulebase: RuleBase, question: str, option: str = "") -> str:
    """What replaced a question, or an option of one, and since when; empty for what was never withdrawn."""
    now, since = _now(rulebase, question, option)
    return f"it was replaced by `{now}` in {since}" if now else ""


def no_such_question(rulebase: RuleBase, id_: str, known: Iterable[str], given: object = None) -> str:
    """The hint where there is no such question: what replaced it, and the answer given to it; where in a sheet it
    belongs, if it is a question of another part; else the closest name.
    """
    hint = replaced(rulebase, id_) or _part(rulebase, id_) or did_you_mean(id_, known)
    answer = _now(rulebase, id_, given)[0] if isinstance(given, str) and given else ""
    return f"{hint}; its `{given}` is now `{answer}`" if answer else hint


def _part(rulebase: RuleBase, id_: str) -> str:
    """Which part of a sheet holds the answer to this question; empty where there is no such question."""
    question = rulebase.questions.get(id_)
    part = {"number": "numbers", "text": "words"}.get(question.kind, "answers") if question else ""
    return f"it belongs under `{part}`" if part else ""


def wrong_answer(rulebase: RuleBase, question: str, problem: AnswerProblem) -> str:
    """The hint for a wrong answer: what replaced the option that it names, or else what the problem itself says."""
    return (replaced(rulebase, question, problem.option) if problem.option else "") or problem.hint


def _now(rulebase: RuleBase, question: str, option: str) -> tuple[str, str]:
    """The question, or question and option, that stands in place of a withdrawn one, and since when; else empty."""
    where = rule_id(QUESTIONS, question, *filter(None, (option,)))
    since = next((item.since for item in rulebase.retired if item.id == where), "")
    entry = index_of(rulebase).resolve(where) if since else None
    kind, *names = parts_of(entry.id) if entry else ("",)
    return (": ".join(names), since) if kind == QUESTIONS else ("", "")
