"""The sentences about money: of each kind what it says, when, and with which limits. Data only.

The arithmetic decides which kind is said; the first sentence of that kind whose conditions hold is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import Discriminator, Field, Tag

from framework.model.base import TAG, FrozenModel, Id, RoleId, SourceId, Text, kind_of
from framework.model.condition import Condition
from framework.model.value import Certainty, Kind

PlainKind = Literal[
    "before_cost",
    "partial_gain",
    "partial_loss",
    "too_small",
    "too_few",
    "never_enough",
    "falls_short",
    "floor",
    "aim",
    "aim_along",
    "aim_beyond",
    "aim_beyond_along",
    "aim_which",
    "need",
    "hope",
    "untrue",
    "at_odds",
    "unpriced",
    "sum",
    "unused",
    "not_compared",
    "kept",
]
LimitKind = Literal["perfection", "years", "like"]
FigureKind = Literal["figure", "tradeoff"]
BasisKind = Literal["margin", "enough", "spread_over", "varied", "realised_least"]
"""The fields of `Basis`."""
MoneyKind = Literal[
    PlainKind,
    LimitKind,
    FigureKind,
    BasisKind,
    "result",
    "single",
    "tuned",
    "first_step",
    "target",
    "aim_met",
    "guess",
    "mismatch",
]

Missed = Literal["perfect", "reported", "saved_at_most", "gain", "saved", "cost"]
"""What a target exceeds: `perfect` answers, the best `reported` or the `gain` of the quality hoped for; where acting
costs something, what these save before that (`saved_at_most`, `saved`); or the `cost` that it does not cover.
"""

Reached = Literal["reached", "middle", "best", "missed"]
"""How far an aim is reached: at every end of the ranges, on middle values, at the best end only, or at none."""


class _Sentence(FrozenModel):
    """What sentences of every kind have. `{slots}` in the text are filled in; `money_slots` lists them."""

    id: Id
    text: Text
    in_short: Text | None = None
    """For an aim and for a `figure`: what a first screen says of it beside a heading, in a few words."""
    when: Condition | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)

    def filled(self, words: Mapping[str, str]) -> str:
        """The text with these words in place of its slots."""
        return _filled(self.text, words)

    def filled_in_short(self, words: Mapping[str, str]) -> str | None:
        """The few words for it, filled alike; None where it has none."""
        return _filled(self.in_short, words) if self.in_short else None


class PlainSentence(_Sentence):
    """A sentence of which only the kind decides when it is said.

    Results: `before_cost` where the cost is not known; `partial_gain` and `partial_loss` where all is known but what an
    answer demands, by whether the rest comes to a gain. Where not even perfect answers pay, `too_few` says from
    which number of cases they would, `never_enough` that no number of them is enough, and `too_small` neither.
    `falls_short` is said of a quality that was entered and does not pay; `need` and `hope` of one beyond the best that
    was published. `floor` stands in place of a level to keep: a quality worse than today's is not to be accepted.

    Aims: `aim` holds a target in a unit of the person's own against the numbers, `aim_along` against what may move in
    step with it; an `aim_met` follows. `aim_beyond` and `aim_beyond_along` stand in their place where even perfect
    answers do not reach the target, and `aim_which` where today's number may be that of all cases, before today's way
    prevents any.

    Numbers: `untrue` stands in place of everything that would follow from numbers that cannot be true, and `at_odds` is
    said of those that cannot be true together, where they are kept and not used. `unpriced` stands in place of a result
    where no amount is asked for. `sum` names the value model, `unused` the numbers that it does not read, and `kept`
    says that these are kept. `not_compared` names the way to beat, where the sum compares with today's way instead.
    """

    kind: PlainKind


class RangedResult(_Sentence):
    """The result of numbers with ranges, and how sure these make it."""

    kind: Literal["result"]
    result: Kind
    certainty: Certainty


class SingleResult(_Sentence):
    """The result of single figures, of which no range says how sure it is."""

    kind: Literal["single"]
    result: Kind


class TunedResult(_Sentence):
    """What the same model comes to at the most profitable threshold, where that is better; said after a result."""

    kind: Literal["tuned"]
    result: Kind


class FirstStep(_Sentence):
    """What comes before the other next steps where the numbers are against the verdict."""

    kind: Literal["first_step"]
    result: Kind | None = None
    """The result that it answers to; without one, it is said where not even perfect answers pay."""
    number: int = Field(gt=0)
    """Working days that it takes."""


class LimitSentence(_Sentence):
    """What is said of a number above a limit: the share of perfect answers that it takes (`perfection`), the years
    until there are enough cases (`years`), or the AUC needed, beside a `like` problem.
    """

    kind: LimitKind
    low: float = 0.0


class FigureSentence(_Sentence):
    """A further result of the formula above a limit; every one that holds is said. A `tradeoff` is what gets worse than
    today if the sum is followed: it stands on the first screen beside a stated goal.
    """

    kind: FigureKind
    figure: Id
    low: float = 0.0


class TargetSentence(_Sentence):
    """A number to reach, in money, that does not go with the other numbers."""

    kind: Literal["target"]
    figure: Missed


class AimMet(_Sentence):
    """Said after an aim: how far it is reached; without a `result`, whatever that is."""

    kind: Literal["aim_met"]
    figure: Reached
    result: Kind | None = None


class Guess(_Sentence):
    """What the person guessed about money, said where the numbers come to something else.

    It means either a `result`, or yearly gains of `low` to `high` times the yearly cost.
    """

    kind: Literal["guess"]
    when: Condition
    result: Kind | None = None
    low: float = 0.0
    high: float | None = None


class Mismatch(_Sentence):
    """A number that lies wholly outside what an answer allows; with neither limit, no number goes with the answer."""

    kind: Literal["mismatch"]
    figure: RoleId
    low: float | None = None
    high: float | None = None
    times: RoleId | None = None
    """The role of a number that the limits are multiples of; the slot `compared` names it."""


class BasisSentence(_Sentence):
    """A `number` of a `Basis`, and what it rests on."""

    kind: BasisKind
    number: float = Field(gt=0)


_FORMS: Mapping[str, str] = {
    kind: form
    for form, kinds in (("plain", PlainKind), ("limit", LimitKind), ("figure", FigureKind), ("basis", BasisKind))
    for kind in get_args(kinds)
}
"""What the sentences of several kinds that have the same keys are called together."""


def _form_of(item: Any) -> str | None:
    """The tag of the model for a sentence, or for plain data that shall become one."""
    kind = kind_of(item)
    return f"{TAG}{_FORMS.get(kind, kind)}" if kind else None


MoneySentence = Annotated[
    Annotated[PlainSentence, Tag(f"{TAG}plain")]
    | Annotated[RangedResult, Tag(f"{TAG}result")]
    | Annotated[SingleResult, Tag(f"{TAG}single")]
    | Annotated[TunedResult, Tag(f"{TAG}tuned")]
    | Annotated[FirstStep, Tag(f"{TAG}first_step")]
    | Annotated[LimitSentence, Tag(f"{TAG}limit")]
    | Annotated[FigureSentence, Tag(f"{TAG}figure")]
    | Annotated[TargetSentence, Tag(f"{TAG}target")]
    | Annotated[AimMet, Tag(f"{TAG}aim_met")]
    | Annotated[Guess, Tag(f"{TAG}guess")]
    | Annotated[Mismatch, Tag(f"{TAG}mismatch")]
    | Annotated[BasisSentence, Tag(f"{TAG}basis")],
    Discriminator(_form_of),
]
"""A sentence about a result; what it has beside its words depends on its kind."""


def _filled(text: str, words: Mapping[str, str]) -> str:
    for slot, said in words.items():
        text = text.replace(f"{{{slot}}}", said)
    return text
