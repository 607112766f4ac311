"""Several people's opinions on one idea in words: what each advises, where they part, what stays possible together.

Text is plain: each form escapes it in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from framework.languages.catalogue import say, to_say
from framework.model.answers import Answer
from framework.model.listing import distinct, listed
from framework.model.rulebase import RuleBase
from framework.reasoning.disagreement import ContestedQuestion, disagreement
from framework.reasoning.reasoner import Reasoner
from framework.report.wording import possible_in_words

OPEN = to_say("Left open")
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

    @property
    def settled(self) -> bool:
        """Whether everybody comes to one verdict, and not merely leaves the same ones open."""
        return self.agreed and len(self.verdicts[0]) == 1


def side_by_side(reasoner: Reasoner, people: Sequence[tuple[str, Mapping[str, object]]]) -> Opinions:
    """Compare two or more people, each with a name and the answers of their sheet."""
    rulebase = reasoner.rulebase
    names = distinct([name for name, _ in people])
    found = disagreement(reasoner, [rulebase.accept(answers) for _, answers in people])
    talk = found.worth_talking_about
    rest = [question for question in found.contested if question is not talk]
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
    language = rulebase.language
    together = listed([rulebase.verdict[id_].short for id_ in found.together], say(language, "or"))
    if found.agreed:
        verdict = possible_in_words(rulebase, found.verdicts[0])
        text = (
            to_say("You all come to the same result. {verdict}.")
            if found.settled
            else to_say(
                "None of you has a verdict yet, and the same ones are still possible for each of you. {verdict}."
            )
        )
        first = say(language, text, verdict=verdict)
    else:
        first = say(
            language,
            "You are {people} people and come to {results} different results.",
            people=len(found.names),
            results=len(set(found.verdicts)),
        )
    if len(found.together) == 1:
        text = to_say("If any answer that one of you gave may be right, the verdict is the same: {names}.")
    elif len(found.together) == len(rulebase.verdict):
        text = to_say("If any answer that one of you gave may be right, every verdict is still possible.")
    else:
        text = to_say("If any answer that one of you gave may be right, these verdicts are still possible: {names}.")
    return first, say(language, text, names=together)


def why_this(found: Opinions) -> str:
    """Why this question is worth talking about, or why no single one is: a text of the interface."""
    if found.talk is None:
        if found.agreed:
            return to_say("None of your differences changes the verdict by itself.")
        return to_say("No single answer makes the difference: it takes several together. Go through those below.")
    if found.agreed and not found.settled:
        return to_say("With somebody else's answer to this question, other verdicts would be possible for one of you.")
    if found.agreed:
        return to_say(
            "You come to the same result. But with somebody else's answer to this question, one of you would not."
        )
    if found.telling:
        return to_say("More of the difference between your verdicts comes from this question than from any other.")
    return to_say("This is the only question whose answer changes somebody's verdict by itself.")


def _any_of(answers: Iterable[Answer | None]) -> tuple[str, ...]:
    """Every option that somebody chose."""
    chosen = ((answer,) if isinstance(answer, str) else answer or () for answer in answers)
    return tuple(dict.fromkeys(chain.from_iterable(chosen)))


def _parting(rulebase: RuleBase, names: Sequence[str], apart: ContestedQuestion) -> Parting:
    question = rulebase.questions[apart.question]
    order = [option.id for option in question.options]

    def rank(answer: Answer | None) -> tuple[int, ...]:
        """In the order of the options; what is open comes last."""
        ids = (answer,) if isinstance(answer, str) else answer or ()
        return tuple(order.index(id_) for id_ in ids) or (len(order),)

    return Parting(
        question.id,
        tuple(
            (
                say(rulebase.language, OPEN) if answer is None else rulebase.answer_text(question.id, answer),
                tuple(name for name, given in zip(names, apart.answers, strict=True) if given == answer),
            )
            for answer in sorted(set(apart.answers), key=rank)
        ),
        question.to_find_out(_any_of(apart.answers)),
    )
