"""Several ideas side by side in words and tables. Text is plain: each form escapes it in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from framework.economics.writing import spread
from framework.model.assessment import Assessment
from framework.model.comparison import ComparedIdea, Comparison
from framework.model.listing import distinct, listed
from framework.model.rulebase import RuleBase
from framework.report.blocks import Table
from framework.report.front import verdict_in_short
from framework.report.sections.context import Context
from framework.report.sections.money import in_unit
from framework.report.sections.pays_worth import period

Order = Literal["as given", "verdict", "worth", "in favour", "against"]
"""What the table can be sorted by."""

NAMED = 3
"""How many questions a cell names; the brief of the idea has all."""

UNTITLED = "Idea without a name"


def names(comparison: Comparison) -> tuple[str, ...]:
    """A name for each idea that no other has: its title, numbered where several have the same or none."""
    return distinct([idea.title.strip() or UNTITLED for idea in comparison.ideas])


def overview(
    rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment], order: Order = "as given"
) -> Table:
    """One row for each idea, with the verdict as its brief says it."""
    shown = names(comparison)
    rows = [
        (
            shown[index],
            verdict_in_short(rulebase, assessments[index]),
            _hangs_on(rulebase, idea),
            _worth(rulebase, assessments[index]),
            *(str(len(found)) for found in (idea.favourable, idea.open, idea.against, idea.blocking)),
        )
        for index, idea in sorted(enumerate(comparison.ideas), key=lambda pair: _rank(rulebase, pair[1], order))
    ]
    columns = ("Idea", "Verdict", "It rests on", "Worth", "Met", "Undecided", "Not met", "Blocking")
    return Table(columns, tuple(rows), "Ideas side by side")


def sentences(rulebase: RuleBase, comparison: Comparison) -> tuple[str, ...]:
    """What can be said of the ideas together."""
    return (*_standing(comparison), *_missing(rulebase, comparison))


def differences(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment], a: int, b: int) -> Table:
    """Two ideas answer by answer: every question that they answer differently. Empty where there is none."""
    shown = names(comparison)

    def answer(index: int, question: str) -> str:
        given = assessments[index].answers.get(question)
        return rulebase.answer_text(question, given) if given is not None else "not known"

    rows = [
        (rulebase.questions[id_].short, answer(a, id_), answer(b, id_))
        for id_ in comparison.parting
        if answer(a, id_) != answer(b, id_)
    ]
    return Table(("Question", shown[a], shown[b]), tuple(rows), "Where two ideas differ")


def _standing(comparison: Comparison) -> list[str]:
    shown, pairs = names(comparison), set(comparison.at_least_as_good)
    said = []
    told: set[int] = set()
    for index, name in enumerate(shown):
        worse = [shown[b] for a, b in comparison.at_least_as_good if a == index and (b, a) not in pairs]
        alike = [b for a, b in comparison.at_least_as_good if a == index < b and (b, a) in pairs]
        if worse:
            said.append(f"“{name}” is at least as good as {_quoted(worse)} in every criterion and in money.")
        if alike and index not in told:
            named = _quoted([name, *(shown[b] for b in alike)])
            said.append(f"{named} are alike in every criterion and in money.")
            told |= {*alike}
    return said or ["No idea is at least as good as another in everything: each choice gives something up."]


def _missing(rulebase: RuleBase, comparison: Comparison) -> list[str]:
    if all(idea.verdict for idea in comparison.ideas):
        return []
    best = next(iter(comparison.missing), None)
    if best is None:
        return ["No single fact settles an open verdict: each needs at least two more answers."]
    shown, question = names(comparison), rulebase.questions[best.question]
    said = []
    if best.always:
        said.append(f"whatever the answer, it settles {_quoted([shown[index] for index in best.always])}")
    if best.sometimes:
        said.append(f"with some answers, it settles {_quoted([shown[index] for index in best.sometimes])}")
    how = f" {question.find_out}" if question.find_out else ""
    return [f"Find out first: “{question.short}”. {_sentence(said)}.{how}"]


def _sentence(parts: Sequence[str]) -> str:
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _worth(rulebase: RuleBase, assessment: Assessment) -> str:
    """All that is left of the gain, in the person's unit, and over how many years."""
    worth = assessment.worth
    if worth is None or worth.total is None:
        return "not worked out"
    return f"{spread(worth.total)}{in_unit(Context(rulebase, assessment))} {period(worth)}"


def _hangs_on(rulebase: RuleBase, idea: ComparedIdea) -> str:
    shown = [rulebase.questions[id_].short for id_ in idea.hangs_on[:NAMED]]
    more = len(idea.hangs_on) - len(shown)
    named = "; ".join(shown) + (f"; and {more} more" if more > 0 else "")
    return named if idea.verdict or not shown else f"Open: {named}"


def _rank(rulebase: RuleBase, idea: ComparedIdea, order: Order) -> tuple[float, ...]:
    """Lower comes first."""
    if order == "verdict":
        return (list(rulebase.verdict).index(idea.verdict) if idea.verdict else len(rulebase.verdict),)
    if order == "worth":
        return (-idea.total.middle,) if idea.total else (float("inf"),)
    if order == "in favour":
        return (-len(idea.favourable),)
    return (-len(idea.blocking), -len(idea.against)) if order == "against" else ()


def _quoted(texts: Sequence[str]) -> str:
    return listed([f"“{text}”" for text in texts], "and")
