"""What the numbers say, in sentences of the rule base: the result first, then what it rests on.

The arithmetic decides which sentence; the rule base has the words. Numbers never change an answer by themselves: where
they say otherwise than the person guessed, both are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from framework.assessment.aim import outlook
from framework.assessment.money_wording import MoneyWording
from framework.assessment.target import Wanted, missed_by
from framework.economics.given import as_range
from framework.economics.issues import in_one
from framework.economics.result import three_way
from framework.economics.writing import OF_FIGURES, as_given, digits_of, figure, of_role, reached, spread
from framework.model.assessment import NextAction, Statement
from framework.model.economics import Span
from framework.model.listing import listed
from framework.model.money import (
    AimMet,
    FigureSentence,
    FirstStep,
    Guess,
    Mismatch,
    MoneyKind,
    RangedResult,
    SingleResult,
    TargetSentence,
    TunedResult,
)
from framework.model.rule_id import VALUES, rule_id
from framework.model.sheet import Range
from framework.model.value import RESULTS, Published, ResultRow, ValueModel
from framework.model.worth import Worth
from framework.reasoning.interpreter import Facts

OUT_OF_REACH = ("perfect", "reported", "saved_at_most")
"""What a target exceeds that not even perfect answers reach."""

FAR = 2
"""Steps between a guess and the numbers from which they contradict each other."""


class Money:
    """The sentences about one result, and about what is wrong with the numbers behind it."""

    def __init__(self, facts: Facts, value: ValueModel, worth: Worth, wanted: Wanted):
        self.facts, self.value, self.worth = facts, value, worth
        self.target = wanted
        self.wording = MoneyWording(facts, value, worth)

    def statements(self) -> tuple[Statement, ...]:
        """Everything to say, in order: of numbers that cannot be true only that, as nothing else then holds;
        where even perfect answers do not pay, nothing about the quality of a model.
        """
        worth = self.worth
        if worth.impossible:
            return tuple(self.wording.first_of("untrue", issue=in_one(worth.impossible)))
        if worth.too_small:
            return (*self._too_small(), *self.out_of_reach())
        told = [*self._result(), *self._figures(), *self._guess(), *self._target(), *self._aim(), *self._falls_short()]
        if worth.needed.pays is None or worth.needed.pays.middle is None:
            told += self._perfection()
        return (*told, *(self.wording.first_above("years", worth.years) if worth.years else ()), *self._published())

    def contradictions(self) -> tuple[Statement, ...]:
        """The guess, where it lies far from what the numbers say, and numbers that do not go with an answer."""
        return (*(self._guess() if self._steps() >= FAR else ()), *self.mismatches())

    def first_steps(self) -> tuple[NextAction, ...]:
        """What the numbers demand before anything else, where they are against the verdict: at most one step."""
        result = None if self.worth.too_small else self.worth.result
        told = [item for item in self.wording.all_of(FirstStep) if item.result == result]
        against = self.worth.too_small or result == "loses"
        return tuple(
            NextAction(**self.wording.statement(item).model_dump(), days=item.number) for item in told[:against]
        )

    def _result(self) -> Iterator[Statement]:
        worth = self.worth
        if worth.partial is not None:
            yield from self._partial(worth.partial)
        elif worth.result is None and worth.gain is not None:
            yield from self.wording.first_of("before_cost")
        if worth.result is None:
            return
        told: list[SingleResult | RangedResult] = [] if worth.certainty else [*self.wording.all_of(SingleResult)]
        told += (item for item in self.wording.all_of(RangedResult) if item.certainty == (worth.certainty or "sure"))
        for item in [item for item in told if item.result == worth.result][:1]:
            said = self.wording.statement(item)
            yield said.model_copy(update={"text": " ".join((said.text, *self._tuned()))})

    def _partial(self, net: Range) -> Iterator[Statement]:
        """What the others come to, while nothing is counted for the numbers that are missing."""
        named = listed([self.wording.name(role) for role in self.worth.missing], self.wording.say("and"))
        lost = net.middle < 0
        amount = Range(low=-net.high, middle=-net.middle, high=-net.low) if lost else net
        written = f"{spread(amount, language=self.facts.rulebase.language)} {self.target.unit}".rstrip()
        kind: MoneyKind = "partial_loss" if lost else "partial_gain"
        yield from self.wording.first_of(kind, numbers=named, amount=self.wording.in_period(written))

    def _tuned(self) -> Iterator[str]:
        """What the same model comes to at the most profitable threshold, where that is more than the result."""
        worth, margin = self.worth, self.facts.rulebase.basis.margin
        gain, cut = worth.figures.get("gain_at_best_cut"), worth.figures.get("best_cut")
        if gain is None or cut is None or gain.middle is None or cut.middle is None or worth.cost is None:
            return
        result, *_ = three_way(as_range(gain.middle), as_range(worth.cost.middle), margin)
        if worth.result is not None and RESULTS.index(result) < RESULTS.index(worth.result):
            share = self.wording.written(reached(cut.middle, share=True))
            yield from (
                self.wording.statement(item, share=share).text
                for item in self.wording.all_of(TunedResult)
                if item.result == result
            )

    def _too_small(self) -> Iterator[Statement]:
        """From which number of cases it could pay, or that it could at none; neither where nothing is counted."""
        worth = self.worth
        never = worth.counted is not None and worth.perfect is not None and worth.perfect.high <= 0
        kind: MoneyKind = "too_few" if worth.count_at_best is not None else "never_enough" if never else "too_small"
        yield from self.wording.first_of(kind if self.wording.has(kind) else "too_small")

    def _perfection(self) -> list[Statement]:
        """How much of perfect answers it takes; more than all of them where they bring nothing or nothing is enough."""
        worth, needed = self.worth, self.worth.share_needed
        if not worth.bound and worth.needed.pays is not None and worth.needed.pays.middle is None:
            return self.wording.first_above("perfection", inf)
        if not worth.bound or worth.perfect is None or worth.cost is None or worth.cost.middle <= 0:
            return []
        return self.wording.first_above("perfection", inf if needed is None else needed)

    def _figures(self) -> Iterator[Statement]:
        """Further results worth a sentence; a limit is rounded as in the table, so that what is printed keeps it."""
        rows = {row.figure: row for row in self.value.results}
        for item in self.wording.all_of(FigureSentence):
            found = self.worth.figures.get(item.figure)
            if found is not None and found.middle is not None and found.middle > item.low:
                digits, row = digits_of(found), rows.get(item.figure)
                share = _limit(found.middle, row) if row and row.rounded else ""
                words = {
                    "number": figure(found.middle, digits),
                    "share": share or f"{figure(100 * found.middle, digits)} %",
                }
                yield self.wording.statement(item, **{slot: self.wording.written(said) for slot, said in words.items()})

    def _guess(self) -> Iterator[Statement]:
        """Silent where the ranges touch the guess: that it pays, or does not, is right from 1 on, about even or not."""
        ratio = self.worth.ratio
        for item in self.wording.all_of(Guess):
            low, high = {"pays": (1.0, inf), "loses": (-inf, 1.0)}.get(item.result or "", self._meant(item))
            if ratio is not None and (ratio.high < low or ratio.low > high):
                yield self.wording.statement(item)

    def out_of_reach(self) -> tuple[Statement, ...]:
        """A target that even perfect answers would miss."""
        return (*self._target(beyond=True), *self._aim(beyond=True))

    def at_odds(self) -> tuple[Statement, ...]:
        """The issues with numbers that are not used."""
        wrong = in_one(self.worth.issues)
        return tuple(self.wording.first_of("at_odds", issue=wrong)) if wrong else ()

    def _target(self, *, beyond: bool = False) -> Iterator[Statement]:
        """What a stated target misses; only what is out of reach if `beyond`."""
        if self.target.gain is None or (missed := missed_by(self.worth, self.target.gain)) is None:
            return
        if not beyond or missed.what in OUT_OF_REACH:
            number, gain = (self.wording.written(figure(amount)) for amount in (missed.amount, self.target.gain))
            wanted = f"{gain} {self.target.unit}"
            targets = (item for item in self.wording.all_of(TargetSentence) if item.figure == missed.what)
            yield from (self.wording.statement(item, number=number, wanted=wanted) for item in targets)

    def _aim(self, *, beyond: bool = False) -> Iterator[Statement]:
        """What the numbers make of the person's own number."""
        aims = [aim for aim in self.value.aims if aim.when is None or self.facts.holds(aim.when)]
        found = self.target.stated and outlook(aims, self.worth, self.target.stated)
        if not found or (beyond and found.met != "beyond"):
            return
        asked = self.facts.rulebase.question_in_role.get(found.aim.now) if found.aim.along is None else None
        words = found.words(self.facts.rulebase.language, (asked and asked.unit) or "")
        if found.aim.along is None:
            named = found.aim.name
            words["name"] = self.wording.say("“{name}”", name=named) if named else self.wording.name(found.aim.now)
        fitting = (item for item in self.wording.all_of(AimMet) if item.result in (None, self.worth.result))
        met = next((item for item in fitting if item.figure == found.met), None)
        for said in self.wording.first_of(found.kind, **words):
            if met is not None:
                short = " ".join(filter(None, (met.in_short, said.in_short))) or None
                said = said.model_copy(update={"text": f"{said.text} {met.text}", "in_short": short, "met": found.met})
            yield said

    def _falls_short(self) -> Iterator[Statement]:
        """The quality that was entered beside the one from which it pays."""
        worth, pays = self.worth, self.worth.needed.pays
        if worth.once or worth.quality in worth.assumed or worth.gain is None or worth.cost is None:
            return
        if pays is not None and pays.middle is not None and worth.gain.middle < worth.cost.middle:
            yield from self.wording.first_of("falls_short")

    def _meant(self, guess: Guess) -> tuple[float, float]:
        """Between which gains for each unit of cost a guess lies: those of its result, or its own."""
        even = 1 - self.facts.rulebase.basis.margin, 1 + self.facts.rulebase.basis.margin
        match guess.result:
            case "pays":
                return even[1], inf
            case "even":
                return even
            case "loses":
                return 0.0, even[0]
        return guess.low, inf if guess.high is None else guess.high

    def mismatches(self) -> Iterator[Statement]:
        """Numbers that lie wholly outside what an answer allows, as amounts or as multiples of another number."""
        numbers, asked = self.worth.numbers, {number.role for number in self.value.numbers}
        for item in self.wording.all_of(Mismatch):
            number = numbers.get(item.figure)
            whole = as_range(1.0) if item.times is None else numbers.get(item.times)
            if item.low is None and item.high is None and item.figure in asked:
                yield self.wording.asking(self.wording.statement(item), (item.figure,))
            if number is None or whole is None:
                continue
            below = item.low is not None and number.high < item.low * whole.low
            if below or (item.high is not None and number.low > item.high * whole.high):
                words = {"number": as_given(number.middle), "compared": as_given(whole.middle)}
                said = self.wording.statement(
                    item, **{slot: self.wording.written(text) for slot, text in words.items()}
                )
                yield self.wording.asking(said, (role for role in (item.figure, item.times) if role))

    def _steps(self) -> int:
        """How many guesses lie between what was guessed and the numbers, both ends counted once."""
        ratio = self.worth.ratio
        guessed = next(iter(self.wording.all_of(Guess)), None)
        if ratio is None or guessed is None:
            return 0
        steps = sorted({self._meant(item)[0] for item in self.facts.rulebase.money if isinstance(item, Guess)})
        here = steps.index(self._meant(guessed)[0])
        there = [sum(at >= low for low in steps) - 1 for at in (max(0.0, ratio.low), max(0.0, ratio.high))]
        return min(abs(here - one) for one in range(there[0], there[1] + 1))

    def _published(self) -> Iterator[Statement]:
        """Where the need or the hope goes beyond the best that was published about a like problem."""
        pays = self.worth.needed.pays or self.worth.needed.upkeep or self.worth.needed.today
        hoped = self.worth.numbers.get(self.worth.quality)
        for known in self.value.published:
            if known.when is not None and not self.facts.holds(known.when):
                continue
            if known.top is None:
                yield from self._about(known, "like") if self._hard(pays) else ()
                continue
            beyond = pays is not None and pays.middle is not None and pays.middle > known.top
            told = hoped is not None and self.worth.quality not in self.worth.assumed
            if beyond and self.worth.gain is not None:
                yield from self._about(known, "need")
            elif hoped is not None and told and hoped.middle > known.top:
                yield from self._about(known, "hope")
            elif hoped is not None and told and known.least is not None and hoped.middle > known.least:
                yield from self._about(known, "like")

    def _hard(self, pays: Span | None) -> bool:
        """Whether the quality needed is hard to reach: never, more than was hoped, or much of what is possible."""
        worth = self.worth
        if worth.missing:
            return False
        if pays is not None and pays.middle is None:
            return True
        hoped = worth.numbers.get(worth.quality)
        if pays is not None and pays.middle is not None and hoped is not None and worth.quality not in worth.assumed:
            beyond = pays.middle - hoped.middle
            if beyond < 0 if worth.less_is_better else beyond > 0:
                return True
        aucs = (worth.figures.get("auc_pays"), worth.figures.get("auc_upkeep"), worth.figures.get("auc_today"))
        auc = next((found.middle for found in aucs if found is not None and found.middle is not None), None)
        if auc is not None and self.wording.first_above("like", auc):
            return True
        return bool(self._perfection())

    def _about(self, known: Published, kind: MoneyKind) -> Iterator[Statement]:
        middle = known.top if known.middle is None else known.middle
        words = {"what": known.what, "published": known.figure}
        words["reckon"] = self.wording.written(of_role(self.worth.quality, middle or 0.0))
        for statement in self.wording.first_of(kind, **words):
            rule = rule_id(VALUES, self.value.id, "published", known.id)
            yield statement.model_copy(update={"sources": known.sources, "rule": rule})


def _limit(share: float, row: ResultRow) -> str:
    """A limit as its row in the table has it."""
    return reached(share, up=row.rounded == "up", share=True, digits=row.digits or OF_FIGURES)
