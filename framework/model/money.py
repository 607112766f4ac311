"""The sentences about money: what each kind says, and what it may name. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from framework.model.base import FrozenModel, Id, RoleId, SourceId, Text
from framework.model.condition import Condition
from framework.model.value import Certainty, Kind

SLOTS: Mapping[str, str] = {
    "first": "the number to find out first",
    "side": "a gain or a loss",
    "cases": "cases",
    "quality": "the quality",
    "returns": "brings so much for each unit of cost",
    "gain": "the gain a year",
    "today": "today's way",
    "need": "the quality needed",
    "wanted": "the target as a gain a year",
    "perfect": "the worth of perfect answers",
    "cost": "the cost",
    "part": "a share",
    "count": "a number",
    "years": "how many",
    "real": "how many",
    "hope": "the hope",
    "number": "a number",
    "compared": "the number that it is held against",
    "now": "today's number",
    "then": "what it comes to",
    "goal": "the target",
    "name": "the name of a number",
    "along": "what it moves in step with",
    "share": "a share",
    "what": "a like problem",
    "published": "the published figure",
    "reckon": "the figure to reckon with",
    "numbers": "the names of the numbers",
    "title": "the name of the sum",
    "issue": "what is wrong with a number",
    "margin": "a share",
    "enough": "a number",
}
"""What sentences about money may name in braces, and what stands there."""

MoneyKind = Literal[
    "result",
    "single",
    "tuned",
    "before_cost",
    "too_small",
    "too_few",
    "never_enough",
    "perfection",
    "hope",
    "first_step",
    "falls_short",
    "floor",
    "target",
    "aim",
    "aim_along",
    "aim_beyond",
    "aim_beyond_along",
    "aim_which",
    "aim_met",
    "need",
    "like",
    "years",
    "figure",
    "tradeoff",
    "guess",
    "mismatch",
    "untrue",
    "at_odds",
    "unpriced",
    "sum",
    "unused",
    "kept",
    "margin",
    "enough",
]

_ALWAYS = ("first", "title", "cases", "quality")

SLOTS_OF: Mapping[MoneyKind, tuple[str, ...]] = {
    "result": (*_ALWAYS, "side", "gain", "cost", "margin"),
    "single": (*_ALWAYS, "gain", "cost", "margin"),
    "tuned": (*_ALWAYS, "share", "margin"),
    "before_cost": (*_ALWAYS, "gain", "today"),
    "too_small": (*_ALWAYS, "perfect"),
    "too_few": (*_ALWAYS, "perfect", "count"),
    "never_enough": (*_ALWAYS, "perfect"),
    "perfection": (*_ALWAYS, "perfect", "cost", "part"),
    "hope": (*_ALWAYS, "what", "published", "reckon", "hope"),
    "first_step": _ALWAYS,
    "falls_short": (*_ALWAYS, "hope", "need"),
    "floor": ("now",),
    "target": (*_ALWAYS, "wanted", "gain", "perfect", "today", "number"),
    "aim": ("goal", "now", "name", "then"),
    "aim_along": ("goal", "now", "along", "then"),
    "aim_beyond": ("goal", "now", "name", "then"),
    "aim_beyond_along": ("goal", "now", "along", "then"),
    "aim_which": ("goal", "now"),
    "aim_met": (),
    "need": (*_ALWAYS, "what", "published", "reckon"),
    "like": (*_ALWAYS, "what", "published"),
    "years": (*_ALWAYS, "years", "real", "enough"),
    "figure": (*_ALWAYS, "number", "share"),
    "tradeoff": (*_ALWAYS, "number", "share"),
    "guess": (*_ALWAYS, "returns", "gain", "cost", "margin"),
    "mismatch": (*_ALWAYS, "number", "compared"),
    "untrue": ("issue",),
    "at_odds": ("issue",),
    "unpriced": (),
    "sum": ("title",),
    "unused": ("numbers",),
    "kept": (),
    "margin": ("margin",),
    "enough": ("enough",),
}
"""Which of them a sentence of each kind may name: those that are known wherever it is said."""


class MoneySentence(FrozenModel):
    """A sentence about a result; the first of its kind whose conditions hold is used. `{slots}` are filled in."""

    id: Id
    kind: MoneyKind
    """`single` is a result of single figures, of which no range says how sure it is. `tuned`, said after a result, is
    what the same model comes to at the most profitable threshold, where that is better. `unpriced` stands in place of
    a result where no amount is asked for; `sum` names the value model, and `unused` the numbers that it does not read.

    `first_step` comes before the other next steps where the numbers are against the verdict; it takes `number` days.

    `tradeoff` is what gets worse than today if the sum is followed; it stands on the first screen beside a stated goal.

    `falls_short` is said of a quality that was entered and that does not pay, `target` of a number to reach that does
    not go with the others. `floor` stands in place of `below_today`: such a quality is not to be accepted.

    `aim` holds a target in a unit of the person's own against the numbers, `aim_along` against what may move in step
    with it; an `aim_met` follows. `aim_beyond` and `aim_beyond_along` stand in their place where even perfect answers
    do not reach the target.

    `aim_which` does where today's number may be that of all cases, before today's way prevents any.

    `untrue` stands in place of everything that would follow from numbers that cannot be true.

    `at_odds` is said of numbers that cannot be true together, where they are kept and not used.

    `margin` and `enough` give the `number` of a `Basis`, and say what it rests on.

    Where not even perfect answers pay, `too_few` says from which number of cases they would, `never_enough` that no
    number of them is enough, and `too_small` neither."""
    text: Text
    in_short: Text | None = None
    """For an aim and for a `figure`: what a first screen says of it beside a heading, in a few words."""
    result: Kind | None = None
    certainty: Certainty | None = None
    when: Condition | None = None
    low: float | None = None
    """For a guess: the least yearly gain for each unit of yearly cost that it means, unless it means a `result`; for a
    mismatch: the least number that goes with the answer (with neither limit, none does); for a like problem: the AUC
    above which a quality is hard to reach. For another kind: above this."""
    high: float | None = None
    times: RoleId | None = None
    """For a mismatch: the role of a number that the limits are multiples of; the slot `compared` names it."""
    figure: Id | None = None
    """For the kinds `figure` and `tradeoff`: which further result of the formula; for a mismatch: the role of the
    number. Every such sentence that holds is said. For a target: what it exceeds, `perfect` answers, the best
    `reported` or the `gain` of the quality hoped for; where acting costs something, what these save before that
    (`saved_at_most`, `saved`); or the `cost` that it does not cover. For an `aim_met`: how far it is reached."""
    number: float | None = Field(default=None, gt=0)
    sources: tuple[SourceId, ...] = Field(min_length=1)

    def filled(self, words: Mapping[str, str]) -> str:
        """The text with these words in place of its slots."""
        return _filled(self.text, words)

    def filled_in_short(self, words: Mapping[str, str]) -> str | None:
        """The few words for it, filled alike; None where it has none."""
        return _filled(self.in_short, words) if self.in_short else None


def _filled(text: str, words: Mapping[str, str]) -> str:
    for slot, said in words.items():
        text = text.replace(f"{{{slot}}}", said)
    return text
