"""Counting ticks: of a question to which several answers may hold, how many gave each of them.

One person is counted with each answer given, so these counts overlap and do not add up to everybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from framework.classroom.votes import MIN_PEOPLE, NOT_ASKED, Ballots, Counted, enough
from framework.model.answers import NOT_SURE, Answer


def ticked(
    found: Ballots, question: str, alone: Collection[str], *, small: bool, hidden: Collection[Answer] = ()
) -> Counted[Answer] | None:
    """How many ticked each option, as it may be published; None if too few have answered.

    `alone`: the options that are given alone or not at all. Each answer is named as if it were the only one given.
    `hidden`: what is held back however many it is about.
    """
    given = [ballot[question] for ballot in found.values() if question in ballot]
    if not enough(sum(answer != NOT_ASKED for answer in given), small=small):
        return None
    ticks = Counter(name for answer in given for name in _names(answer))
    single: set[Answer] = {NOT_SURE, NOT_ASKED, *((option,) for option in alone)}
    unknown = set() if small else _hidden(ticks, single, len(given), hidden)
    counts = {name: None if name in unknown else count for name, count in ticks.items()}
    return Counted(len(given), counts, several=True, complete=small)


def _names(answer: Answer) -> list[Answer]:
    return [answer] if isinstance(answer, str) else [(option,) for option in answer]


def _hidden(
    ticks: Mapping[Answer, int], alone: Collection[Answer], answered: int, chosen: Collection[Answer] = ()
) -> set[Answer]:
    """What is to be held back. Answers that exclude one another add up, so how many gave none of them is known too: of
    those that are given alone with any one of the others. Where what is shown cannot be everybody, the others must have
    given something that is held back: then that is no single answer and not about fewer than `MIN_PEOPLE`.
    """
    hidden = {name for name, count in ticks.items() if count < MIN_PEOPLE or name in chosen}
    while shown := {name: count for name, count in ticks.items() if name not in hidden}:
        apart = sum(count for name, count in shown.items() if name in alone)
        rest = {name: answered - apart - (0 if name in alone else count) for name, count in shown.items()}
        telling = [name for name in shown if name not in alone and 0 < rest[name] < MIN_PEOPLE]
        if not telling and 0 < answered - apart < MIN_PEOPLE:
            telling = list(shown)
        outside = answered - sum(shown.values())
        if not telling and outside > 0 and (len(hidden) < 2 or sum(ticks[name] for name in hidden) < MIN_PEOPLE):
            telling = list(shown)
        if not telling:
            break
        hidden.add(min(telling, key=lambda name: (ticks[name], str(name))))
    return hidden
