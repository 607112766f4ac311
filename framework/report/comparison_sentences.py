"""What can be said of several ideas together. Text is plain: each form escapes it in its own way."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from itertools import combinations

from framework.assessment.comparison import MIN_IDEAS
from framework.languages.catalogue import is_one, quoted, say
from framework.model.comparison import ComparedIdea, Comparison
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range
from framework.report.comparison import NAMED, names


def sentences(rulebase: RuleBase, comparison: Comparison) -> tuple[str, ...]:
    """What can be said of the ideas together."""
    return (*_refused(rulebase, comparison), *_standing(rulebase, comparison), *_missing(rulebase, comparison))


def _refused(rulebase: RuleBase, comparison: Comparison) -> list[str]:
    """First of all, which ideas are no choice, however much speaks for them in a table."""
    shown = zip(names(rulebase, comparison), comparison.ideas, strict=True)
    named = [name for name, idea in shown if idea.outcome and rulebase.outcome[idea.outcome].builds_nothing]
    if not named:
        return []
    quoted = _quoted(rulebase, named)
    return [say(rulebase.language, "The advice on {names} is: do not build it as planned.", names=quoted)]


def _standing(rulebase: RuleBase, comparison: Comparison) -> list[str]:
    shown, pairs = names(rulebase, comparison), set(comparison.at_least_as_good)
    language = rulebase.language
    said = []
    told: set[tuple[int, int]] = set()
    unknown = [pair for pair in combinations(range(len(shown)), 2) if _too_little(rulebase, comparison, *pair)]
    for index, name in enumerate(shown):
        better = [b for a, b in comparison.at_least_as_good if a == index and (min(a, b), max(a, b)) not in unknown]
        worse = [b for b in better if (b, index) not in pairs]
        alike = [b for b in better if index < b and (b, index) in pairs]
        if worse:
            others, left = _quoted(rulebase, [shown[b] for b in worse]), _left_out(rulebase, comparison, index, worse)
            said.append(
                say(
                    language,
                    "In all that is known, “{name}” is at least as good as {others}. {left}"
                    if left
                    else "“{name}” is at least as good as {others} in every criterion and in money.",
                    name=name,
                    others=others,
                    left=left,
                )
            )
        if not told.issuperset((index, b) for b in alike):
            named, left = (
                _quoted(rulebase, [name, *(shown[b] for b in alike)]),
                _left_out(rulebase, comparison, index, alike),
            )
            said.append(
                say(
                    language,
                    "In all that is known, {names} are alike. {left}"
                    if left
                    else "{names} are alike in every criterion and in money.",
                    names=named,
                    left=left,
                )
            )
            told |= {*combinations([index, *alike], 2)}
    if unknown:
        said.append(_unknown(rulebase, shown, unknown))
    return [*said, *_trade_offs(rulebase, comparison, shown)]


def _unknown(rulebase: RuleBase, shown: Sequence[str], pairs: Sequence[tuple[int, int]]) -> str:
    """One line for every two ideas of which more is open than known."""
    language = rulebase.language
    if len(pairs) == math.comb(len(shown), 2) > 1:
        return say(language, "Too little is known to compare these ideas with one another.")
    if len(pairs) > NAMED:
        return say(language, "Too little is known to compare some of these ideas with one another.")
    return say(language, "Too little is known to compare {names}.", names=_pairs(rulebase, shown, pairs))


def _trade_offs(rulebase: RuleBase, comparison: Comparison, shown: Sequence[str]) -> list[str]:
    """The pairs of which something is said by nothing else, as neither is at least as good, and how to choose."""
    told = {frozenset(pair) for pair in comparison.at_least_as_good}
    every = list(combinations(range(len(shown)), 2))
    pairs = [pair for pair in every if frozenset(pair) not in told and not _too_little(rulebase, comparison, *pair)]
    if not pairs:
        return []
    language = rulebase.language
    if pairs == every:
        said = [say(language, "No idea is at least as good as another in everything: each choice gives something up.")]
    elif len(pairs) > NAMED:
        said = [say(language, "Between all others, each choice gives something up.")]
    else:
        said = [
            say(language, "Between {names}, each choice gives something up.", names=_pairs(rulebase, shown, [pair]))
            for pair in pairs
        ]
    return [*said, *_choice(rulebase, comparison, shown, {index for pair in pairs for index in pair})]


def _pairs(rulebase: RuleBase, shown: Sequence[str], pairs: Sequence[tuple[int, int]]) -> str:
    named = [_quoted(rulebase, [shown[index] for index in pair]) for pair in pairs]
    return say(rulebase.language, "; ").join(named)


def _too_little(rulebase: RuleBase, comparison: Comparison, one: int, other: int) -> bool:
    """Whether more than half of all criteria are open between two ideas."""
    return 2 * _open_between(comparison, one, [other]) > len(rulebase.criteria)


def _left_out(rulebase: RuleBase, comparison: Comparison, index: int, others: Sequence[int]) -> str:
    """In what an idea is not compared with some others, as it is not known of one of them; empty where all is."""
    language, one = rulebase.language, comparison.ideas[index]
    beside = [comparison.ideas[other] for other in others]
    number, parts = _open_between(comparison, index, others), []
    if number:
        parts.append(
            say(language, "{number} criterion" if is_one(language, number) else "{number} criteria", number=number)
        )
    if one.total is None and any(other.total is None for other in beside):
        parts.append(say(language, "the money"))
    return say(language, "Still open: {what}.", what=listed(parts, say(language, "and"))) if parts else ""


def _open_between(comparison: Comparison, index: int, others: Sequence[int]) -> int:
    """How many criteria say nothing about an idea and some of the others, because questions are open; a criterion that
    is not applicable to one of two will never tell them apart.
    """
    one, beside = comparison.ideas[index], [comparison.ideas[other] for other in others]
    return sum(
        any(
            id_ in other.open
            and (id_ in one.not_known or id_ in other.not_known)
            and id_ not in (*one.not_applicable, *other.not_applicable)
            for other in beside
        )
        for id_ in one.open
    )


def _choice(rulebase: RuleBase, comparison: Comparison, shown: Sequence[str], between: Collection[int]) -> list[str]:
    """In what each of these ideas is better than all others, what stands against it, and what to decide by."""
    language, ideas = rulebase.language, comparison.ideas
    said = []
    for index in sorted(between):
        name, idea = shown[index], ideas[index]
        better, against = (_criteria(rulebase, ids) for ids in (idea.ahead, (*idea.blocking, *idea.against)))
        parts = []
        if better:
            parts.append(
                say(
                    language,
                    "“{name}” is better than the other in {criteria}."
                    if len(ideas) == MIN_IDEAS
                    else "“{name}” is better than all others in {criteria}.",
                    name=name,
                    criteria=better,
                )
            )
        if idea.perhaps_ahead:
            parts.append(
                say(
                    language,
                    "“{name}” meets {criteria}; for the other, that is still open."
                    if len(ideas) == MIN_IDEAS
                    else "“{name}” meets {criteria}; for some of the others, that is still open.",
                    name=name,
                    criteria=_criteria(rulebase, idea.perhaps_ahead),
                )
            )
        if against:
            parts.append(
                say(
                    language,
                    "Not met: {criteria}." if parts else "Not met by “{name}”: {criteria}.",
                    name=name,
                    criteria=against,
                )
            )
        if parts:
            said.append(" ".join(parts))
    said += _to_answer(rulebase, ideas, shown, between)
    by = say(language, "Decide by what is not met, and whether you can change it.")
    return [*said, f"{by} {_money_decides(rulebase, ideas, shown)}"]


def _to_answer(
    rulebase: RuleBase, ideas: Sequence[ComparedIdea], shown: Sequence[str], between: Collection[int]
) -> list[str]:
    """The questions to answer first, so that it is known in what one is better than another."""
    said = []
    ahead = [criterion for index in sorted(between) for criterion in ideas[index].perhaps_ahead]
    for name, idea in zip(shown, ideas, strict=True):
        asked = [id_ for criterion in ahead for id_ in idea.not_known.get(criterion, ())]
        if asked:
            quoted = _some_quoted(rulebase, [rulebase.questions[id_].short for id_ in dict.fromkeys(asked)])
            said.append(
                say(
                    rulebase.language,
                    "To compare them, answer first for “{name}”: {questions}.",
                    name=name,
                    questions=quoted,
                )
            )
    return said


def _money_decides(rulebase: RuleBase, ideas: Sequence[ComparedIdea], shown: Sequence[str]) -> str:
    """Whether money tells the ideas apart."""
    language = rulebase.language
    known = sorted(((idea.total, name) for name, idea in zip(shown, ideas, strict=True) if idea.total), key=_low)
    unknown = [name for name, idea in zip(shown, ideas, strict=True) if idea.total is None]
    if not known:
        return say(language, "Money may decide, too, once it is worked out.")
    if unknown:
        names = _quoted(rulebase, unknown)
        return say(language, "Money may decide, too, once it is worked out for {names}.", names=names)
    *others, (most, name) = known
    if all(most.low > other.high for other, _ in others):
        return say(language, "“{name}” is worth most, even at the low end of its range.", name=name)
    return say(language, "Money does not decide: the ranges of what they are worth overlap.")


def _low(one: tuple[Range, str]) -> float:
    return one[0].low


def _criteria(rulebase: RuleBase, ids: Sequence[str]) -> str:
    return _some_quoted(rulebase, [rulebase.criterion[id_].title for id_ in ids])


def _some_quoted(rulebase: RuleBase, texts: Sequence[str]) -> str:
    """The first of some names in quotation marks, and how many more."""
    more = len(texts) - NAMED
    names = [quoted(rulebase.language, text) for text in texts[:NAMED]]
    if more > 0:
        names.append(say(rulebase.language, "{number} more", number=more))
    return listed(names, say(rulebase.language, "and"))


def _missing(rulebase: RuleBase, comparison: Comparison) -> list[str]:
    if all(idea.verdict for idea in comparison.ideas):
        return []
    best = next(iter(comparison.missing), None)
    if best is None:
        return [
            say(
                rulebase.language,
                "No single fact settles an open verdict: each needs at least two more answers.",
            )
        ]
    shown, question = names(rulebase, comparison), rulebase.questions[best.question]
    said = []
    if best.always:
        always = _quoted(rulebase, [shown[index] for index in best.always])
        said.append(say(rulebase.language, "whatever the answer, it settles {names}", names=always))
    if best.sometimes:
        sometimes = _quoted(rulebase, [shown[index] for index in best.sometimes])
        said.append(say(rulebase.language, "with some answers, it settles {names}", names=sometimes))
    first = say(
        rulebase.language,
        "A single fact may be enough: “{short}”. {what}.",
        short=question.short,
        what=_sentence(rulebase, said),
    )
    return [f"{first} {question.find_out or ''}".strip()]


def _sentence(rulebase: RuleBase, parts: Sequence[str]) -> str:
    text = say(rulebase.language, "; ").join(parts)
    return text[:1].upper() + text[1:]


def _quoted(rulebase: RuleBase, texts: Sequence[str]) -> str:
    names = [quoted(rulebase.language, text) for text in texts]
    return listed(names, say(rulebase.language, "and"))
