"""Several people's opinions on one idea in words: what each advises, where they part, what stays possible together.

Text is plain: each form escapes it in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from framework.model.answers import Answer
from framework.model.listing import distinct, listed
from framework.model.rulebase import RuleBase
from framework.reasoning.disagreement import Difference, disagreement
from framework.reasoning.reasoner import Reasoner
from framework.report.wording import possible_in_words

OPEN = "Left open"
"""What is said of a question that somebody has not answered."""


@dataclass(frozen=True)
class Parting:
    """A question that was not answered alike, with who gave which answer."""

    question: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """Each answer in words with the names of those who gave it, in the order of the options; last those who left it
    open."""
    to_settle: str | None
    """What tells their answers apart, or how to find the answer."""


@dataclass(frozen=True)
class Opinions:
    """Two or more opinions side by side."""

    names: tuple[str, ...]
    verdicts: tuple[tuple[str, ...], ...]
    """For each person the ids of the verdicts that their answers leave possible."""
    together: tuple[str, ...]
    """The ids of those that remain possible if to each question anybody's answer may be right."""
    talk: Parting | None
    """The one question worth talking about: most of the difference comes from it."""
    telling: tuple[Parting, ...]
    """Further questions whose answers make a difference by themselves, the largest first."""
    others: tuple[Parting, ...]
    """Questions that were answered differently, without a difference in the verdict by themselves."""

    @property
    def agreed(self) -> bool:
        """Whether everybody comes to the same."""
        return len(set(self.verdicts)) == 1


def side_by_side(reasoner: Reasoner, people: Sequence[tuple[str, Mapping[str, object]]]) -> Opinions:
    """Compare two or more people, each with a name and the answers of their sheet."""
    rulebase = reasoner.rulebase
    names = distinct([name for name, _ in people])
    found = disagreement(reasoner, [rulebase.accept(answers) for _, answers in people])
    talk = found.worth_talking_about
    rest = [difference for difference in found.differences if difference is not talk]
    return Opinions(
        names=names,
        verdicts=found.verdicts,
        together=found.together,
        talk=_parting(rulebase, names, talk) if talk else None,
        telling=tuple(_parting(rulebase, names, difference) for difference in rest if difference.changes),
        others=tuple(
            _parting(rulebase, names, difference)
            for difference in rest
            if not difference.changes and len({*difference.answers} - {None}) > 1
        ),
    )


def sentences(rulebase: RuleBase, found: Opinions) -> tuple[str, ...]:
    """What can be said of all of them."""
    together = listed([rulebase.verdict[id_].short for id_ in found.together])
    if found.agreed:
        first = f"You all come to the same result. {possible_in_words(rulebase, found.verdicts[0])}."
    else:
        first = f"You are {len(found.names)} people and come to {len(set(found.verdicts))} different results."
    if len(found.together) == 1:
        second = f"the verdict is the same: {together}."
    elif len(found.together) == len(rulebase.verdict):
        second = "every verdict is still possible."
    else:
        second = f"these verdicts are still possible: {together}."
    return first, f"If any answer that one of you gave may be right, {second}"


def why_this(found: Opinions) -> str:
    """Why this question is worth talking about, or why no single one is."""
    if found.talk is None:
        if found.agreed:
            return "None of your differences changes the verdict by itself."
        return "No single answer makes the difference: it takes several together. Go through those below."
    if found.agreed:
        return "You come to the same result. But with somebody else's answer to this question, one of you would not."
    if found.telling:
        return "More of the difference between your verdicts comes from this question than from any other."
    return "This is the only question whose answer changes somebody's verdict by itself."


def _any_of(answers: Iterable[Answer | None]) -> tuple[str, ...]:
    """Every option that somebody chose."""
    chosen = ((answer,) if isinstance(answer, str) else answer or () for answer in answers)
    return tuple(dict.fromkeys(chain.from_iterable(chosen)))


def _parting(rulebase: RuleBase, names: Sequence[str], difference: Difference) -> Parting:
    question = rulebase.questions[difference.question]
    order = [option.id for option in question.options]

    def rank(answer: Answer | None) -> tuple[int, ...]:
        """In the order of the options; what is open comes last."""
        ids = (answer,) if isinstance(answer, str) else answer or ()
        return tuple(order.index(id_) for id_ in ids) or (len(order),)

    return Parting(
        question.id,
        tuple(
            (
                OPEN if answer is None else in_short(rulebase, question.id, answer),
                tuple(name for name, given in zip(names, difference.answers, strict=True) if given == answer),
            )
            for answer in sorted(set(difference.answers), key=rank)
        ),
        question.to_find_out(_any_of(difference.answers)),
    )


def in_short(rulebase: RuleBase, question: str, answer: Answer) -> str:
    """An answer in words; a partial one that leaves most options open by what it rules out."""
    asked = rulebase.questions[question]
    if asked.is_partial(answer):
        left_out = tuple(option.id for option in asked.options if option.id not in answer)
        if len(left_out) < len(answer):
            return f"Not: {rulebase.answer_text(question, left_out)}"
    return rulebase.answer_text(question, answer)
