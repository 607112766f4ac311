"""What a task is worth under its value model: one calculation for all formulas, an immutable result without sentences.

Gain G over today's way, yearly cost K = O + I / H (running cost O, one-off cost I, years of use H), worth of the whole
project W = H (G - K), and the quality at which G reaches 0, O and K.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from framework.economics.evidence import years_until
from framework.economics.figures import early_curves, early_figures, whole_figures
from framework.economics.finding_out import first_to_know, known_alike
from framework.economics.formulas import FORMULAS
from framework.economics.formulas.base import Gain, searched
from framework.economics.given import as_range, doubts, usable_numbers, yearly_cost
from framework.economics.information import worths_of_knowing
from framework.economics.result import less, ratio_of, three_way
from framework.economics.roles import Names
from framework.economics.spreads import corner_points, crossings, middles, range_of, ranged, span_of
from framework.economics.steps import POINTS, around, quality_curve, settled_curve
from framework.economics.tornado import alike, bars_of, nearest
from framework.economics.value import difference, settled
from framework.model.economics import Curve, NumberIssue, Point, Span, Tornado
from framework.model.formulas import BELOW_ZERO, SHARES
from framework.model.sheet import Number, Range
from framework.model.value import Basis, ValueModel
from framework.model.worth import Needed, Worth


def worth_of(
    value: ValueModel,
    given: Mapping[str, Number],
    basis: Basis,
    names: Names,
    demanded: Collection[str] = (),
    language: str = "",
) -> Worth | None:
    """Everything that follows from the numbers, keyed by role; None if there are none that the model reads.

    From numbers that cannot be true nothing follows: it has the issues then, and no result, figure or curve.
    `names` of roles stand in the sentences of issues, which are in `language`. Of the roles in `demanded` nothing is
    assumed: without them there is no result.
    """
    formula = FORMULAS[value.formula]
    numbers, assumed, issues = usable_numbers(formula, given, names, demanded, language)
    if not issues and not any(role in given for role in (formula.quality, *formula.needs)):
        return None
    point = middles(numbers)
    wanted = tuple(dict.fromkeys((*formula.needs, *formula.defaults, *(r for r in formula.reads if r in demanded))))
    missing = tuple(role for role in wanted if role not in point)
    if not set(missing).difference(demanded):
        impossible = tuple(formula.problems({**formula.defaults, **point}, language))
        issues += tuple(NumberIssue(role=role, sentence=text, blocks=True) for role, text in impossible)
        for role, _ in impossible:
            numbers.pop(role, None)
        missing = tuple(role for role in wanted if role not in numbers)
        point = middles(numbers)
    blocked = any(issue.blocks for issue in issues)
    use = as_range(1.0) if formula.once else numbers.get("years", as_range(basis.spread_over))
    known = Worth(
        value=value.id,
        quality=formula.quality,
        counted=formula.counted,
        once=formula.once,
        numbers=numbers,
        assumed=assumed,
        missing=missing,
        issues=issues,
        years_of_use=use,
        doubts=doubts(value, point, assumed),
        figures={} if blocked else early_figures(formula, numbers),
        curves={} if blocked else early_curves(formula, numbers),
    )
    if blocked or set(missing).difference(demanded):
        return known
    if not missing:
        return _Whole(value, known, basis).worth()
    if not set(missing) <= formula.defaults.keys():
        return known
    uncounted = {role: as_range(formula.defaults[role]) for role in missing}
    without = _Whole(value, known.model_copy(update={"numbers": numbers | uncounted}), basis)
    return known.model_copy(update={"partial": without.left()})


class _Whole:
    """The results for numbers of which none is missing but perhaps the quality and the cost."""

    def __init__(self, value: ValueModel, known: Worth, basis: Basis):
        formula, numbers = FORMULAS[value.formula], known.numbers
        self.value, self.formula, self.basis, self.known, self.numbers = value, formula, basis, known, numbers
        self.point = middles(numbers)
        self.cost = yearly_cost(numbers, known.years_of_use, once=formula.once)
        stand_in, cost = value.quality.stand_in, self.cost.middle if self.cost else None
        self.quality_curve = quality_curve(formula, self.point, stand_in, cost)
        corners = corner_points(numbers, formula.reads, self._gain)
        self.corners = [*corners, *crossings(numbers, corners, formula.bends)]
        self.gain = range_of(numbers, self.corners, self._gain)
        self.perfect = range_of(numbers, self.corners, self._most)

    def _gain(self, point: Point) -> float | None:
        """The gain, 0 where it is only rounding error of what cancels out."""
        gain = self.formula.gain(point)
        return None if gain is None else settled(gain, gain, *(end for _, end in self.quality_curve[::POINTS]))

    def _most(self, point: Point) -> float | None:
        return self.formula.most(point, self.value.quality.stand_in)

    def left(self) -> Range | None:
        """G - K; None while either is unknown."""
        return less(self.gain, self.cost) if self.gain and self.cost else None

    def worth(self) -> Worth:
        """What is known, and all that follows from it."""
        gain, cost, numbers = self.gain, self.cost, self.numbers
        running = numbers.get("running")
        told = three_way(gain, cost, self.basis.margin) if gain and cost else (None, None, None)
        bound = self.formula.perfect is not None or self.formula.best(self.point) is not None
        rare, enough = self.formula.rare(self.point) if self.formula.rare else None, self.basis.enough
        total, bars, least = self._total(), self._tornado(), self.formula.perfect_least
        roles = ranged(numbers, (*self.formula.reads, "running", "one_off", "years"))
        information = worths_of_knowing(roles, numbers, self.point, self.worth_at) if total else ()
        needed = self._needed()
        first = first_to_know(information, bars, total)
        same = known_alike(information, bars, first)
        if bars and first in bars.flips:
            bars = bars.model_copy(update={"find_out_first": first, "alike": same})
        known = self.known
        return Worth(
            value=known.value,
            quality=known.quality,
            counted=known.counted,
            once=known.once,
            numbers=known.numbers,
            assumed=known.assumed,
            missing=known.missing,
            issues=known.issues,
            years_of_use=known.years_of_use,
            doubts=known.doubts,
            gain=gain,
            cost=cost,
            net=less(gain, running) if gain and running else None,
            total=total,
            ratio=ratio_of(gain, cost) if gain and cost else None,
            result=told[0],
            certainty=told[1] if roles else None,
            leans=told[2],
            needed=needed,
            perfect=self.perfect,
            perfect_least=range_of(self.numbers, self.corners, least) if least else None,
            bound=bound,
            share_needed=self._share_needed(),
            too_small=bound and self._too_small(),
            smallest_count=self._smallest_count(self._most) if bound else None,
            surely_enough=self._smallest_count(least) if bound and least else None,
            count_at_best=self._count_at_best() if bound else None,
            figures={**known.figures, **whole_figures(self.formula, numbers, cost, self.corners)},
            real_cases=rare,
            years=years_until(enough, rare) if rare is not None and enough is not None else None,
            tornado=bars,
            information=information,
            first=first,
            alike=same,
            curves={"quality": self.quality_curve, "steps": self._steps(needed), **known.curves},
        )

    def _needed(self) -> Needed:
        """q*(C) for C = 0, O and K, each over the ranges; its own cost moves with the corner it belongs to."""
        running = self.numbers.get("running")
        worst, best = self.formula.worst(self.point), self.formula.best(self.point)
        falls = worst is not None and best is not None and best < worst
        if self.formula.needed is not None and self.formula.quality_for(self.point, 0.0) is None:
            unknown = [role for role in self.formula.optional if role not in self.point]
            if unknown and self.gain is None:
                return Needed()

        def span(cost: Range | None) -> Span | None:
            if cost is None:
                return None
            points = [{**p, _COST: c} for p in self.corners for c in {cost.low, cost.high}]
            own = {**self.numbers, _COST: cost}
            return span_of(own, points, lambda p: self.formula.quality_for(p, p[_COST]), never_is_low=falls)

        if self.formula.at(self.point, worst if worst is not None else 0.0) is None:
            return Needed()
        return Needed(today=span(as_range(0.0)), upkeep=span(running), pays=span(self.cost))

    def _total(self) -> Range | None:
        """W = H (G - K): over all years, and the one-off cost in full."""
        if self.gain is None or self.cost is None:
            return None
        years, one_off = self.known.years_of_use, self.numbers["one_off"]
        running = self.numbers.get("running", as_range(0.0))
        low, high = difference(self.gain.low, running.high), difference(self.gain.high, running.low)
        ends = [difference(years_ * low, one_off.high) for years_ in (years.low, years.high)]
        tops = [difference(years_ * high, one_off.low) for years_ in (years.low, years.high)]
        middle = difference(years.middle * difference(self.gain.middle, running.middle), one_off.middle)
        return Range(low=min(*ends, middle), middle=middle, high=max(*tops, middle))

    def worth_at(self, point: Point) -> float | None:
        """W at one point."""
        gain = self.formula.gain(point)
        if gain is None:
            return None
        return self._years(point) * difference(gain, point.get("running", 0.0)) - point["one_off"]

    def _measure(self, point: Point) -> float | None:
        """G less what is known of its cost: K, else the running cost, else nothing."""
        gain = self.formula.gain(point)
        if gain is None:
            return None
        built = point["one_off"] / self._years(point) if self.cost else 0.0
        return difference(gain, point.get("running", 0.0) + built)

    def _years(self, point: Point) -> float:
        return 1.0 if self.formula.once else point.get("years", self.known.years_of_use.middle)

    def _tornado(self) -> Tornado | None:
        middle = self._measure(self.point)
        if middle is None:
            return None
        own = ("running", "one_off", "years") if self.cost else ("running",)
        asked = {*own, *(item.role for item in self.value.numbers)}
        known = {
            role: self.numbers[role] for role in (*self.formula.reads, *own) if role in self.numbers and role in asked
        }
        if known.get("realised") == as_range(1.0):
            known["realised"] = Range(low=self.basis.realised_least, middle=1.0, high=1.0)
        part = self.basis.varied
        found = bars_of(known, self.point, self._measure, self._limits, part, self.known.assumed)
        bars = tuple(bar for bar in found if bar.width > 0)
        flips = tuple(bar.role for bar in bars if bar.flips)
        return Tornado(
            measure="less_cost" if self.cost else "net_per_year" if "running" in self.numbers else "gain_per_year",
            varied=part,
            middle=middle,
            bars=bars,
            flips=flips,
            find_out_first=flips[0] if flips else None,
            alike=alike(bars, nearest(bars, middle), middle),
        )

    def _limits(self, role: str, point: Point) -> tuple[float, float]:
        if role == "years":
            return 1.0, float("inf")
        if role in BELOW_ZERO:
            return float("-inf"), float("inf")
        if self.formula.limits is not None:
            return self.formula.limits(role, point)
        best = self.formula.best(point) if role == self.formula.quality else None
        worst = self.formula.worst(point) if role == self.formula.quality else None
        if best is None or worst is None:
            return 0.0, 1.0 if role in SHARES else float("inf")
        return (0.0, float("inf")) if best < worst and role not in SHARES else (0.0, max(best, worst))

    def _share_needed(self) -> float | None:
        if self.cost is None or self.perfect is None or self.perfect.middle <= 0:
            return None
        return self.cost.middle / self.perfect.middle

    def _too_small(self) -> bool:
        """G_perfect < K with every number at its best end."""
        cost = self._least_cost()
        return self.perfect is not None and cost is not None and self.perfect.high < cost

    def _least_cost(self) -> float | None:
        """K with every number at its best end; a cost that is not known counts 0. None where neither is known."""
        if "running" not in self.numbers and "one_off" not in self.numbers:
            return None
        known = {role: self.numbers.get(role, as_range(0.0)) for role in ("running", "one_off")}
        cost = yearly_cost({**self.numbers, **known}, self.known.years_of_use, once=self.formula.once)
        return None if cost is None else cost.low

    def _smallest_count(self, most: Gain) -> float | None:
        """N_min: the number of cases at which the gain of perfect answers reaches K, all else as it is."""
        return None if self.cost is None else self._count_for(most, self.point, self.cost.middle)

    def _count_at_best(self) -> float | None:
        """N_min with every number at its best end: the fewest cases at which the gain of perfect answers reaches K.

        None where no number of cases is enough, where no cases are counted, or where nothing is known of K.
        """
        cost = self._least_cost()
        found = [] if cost is None else [self._count_for(self._most, point, cost) for point in self.corners]
        return min((count for count in found if count is not None), default=None)

    def _count_for(self, most: Gain, point: Point, cost: float) -> float | None:
        """K / (u g(q_max)), or the least that is enough where the gain of perfect answers grows to a limit only."""
        counted, here = self.formula.counted, most(point)
        if counted is None or here is None or point.get(counted, 0.0) <= 0:
            return None
        limit = self.formula.grows_to(point) if self.formula.grows_to else None
        if limit is None:
            return cost * point[counted] / here if here > 0 else None
        return searched(lambda count: most({**point, counted: count}) or 0.0, cost, 0.0, limit)

    def _steps(self, needed: Needed) -> Curve:
        """The gain at a few round qualities around the break-evens and the one that was given."""
        if not self.quality_curve:
            return ()
        spans = (needed.today, needed.upkeep, needed.pays)
        marks = [span.middle for span in spans if span is not None and span.middle is not None]
        if self.formula.quality in self.numbers and self.formula.quality not in self.known.assumed:
            marks.append(self.point[self.formula.quality])
        at = around(marks, self.quality_curve[0][0], self.quality_curve[-1][0])
        found = tuple((x, gain) for x in at if (gain := self.formula.at(self.point, x)) is not None)
        return settled_curve(found, self.quality_curve)


_COST = "cost to reach"
"""Stands in a point for the cost that a quality has to reach; no role has a blank."""
