"""What the sentences about money may name in braces, by kind. Data only."""

from __future__ import annotations

from collections.abc import Mapping

from framework.model.money import MoneyKind

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
    "way": "the way to beat",
    "issue": "what is wrong with a number",
    "margin": "a share",
    "enough": "a number",
}
"""What sentences about money may name in braces, and what stands there."""

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
    "not_compared": ("today", "way"),
    "kept": (),
    "margin": ("margin",),
    "enough": ("enough",),
}
"""Which of them a sentence of each kind may name: those that are known wherever it is said."""
