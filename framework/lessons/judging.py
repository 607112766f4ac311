"""Ways of judging the same answers: as a yes or no, an amount or an order; and for two groups at once."""

from __future__ import annotations

from framework.lessons.played import Curve, Panel, Parameters, Played, Rows, Table
from framework.model.thresholds import below


def three_framings(parameters: Parameters, rows: Rows) -> Played:
    """Rows of a name, an amount foreseen and the amount that came.

    As a yes or no: is it above `line`? As an amount: how far off? As an order: how many of the `first` ones
    are above the line?
    """
    line, first = parameters["line"], int(parameters["first"])
    said = [row for row in rows if row[1] > line]
    real = [row for row in rows if row[2] > line]
    right = [row for row in said if row in real]
    order = sorted(rows, key=lambda row: (-row[1], row[0]))
    hits = sum(row[2] > line for row in order[:first])
    off = sum(abs(guess - came) for _, guess, came in rows) / len(rows)
    places = tuple(float(number) for number in range(1, len(rows) + 1))
    return Played(
        "no_real" if not real else "none_said" if not said else "some",
        {
            "said": len(said),
            "real": len(real),
            "right": len(right),
            "precision": len(right) / len(said) if said else 0.0,
            "recall": len(right) / len(real) if real else 0.0,
            "off": off,
            "first": first,
            "hits": hits,
            "line": line,
        },
        (
            Panel(
                "place",
                "amount",
                (
                    Curve("foreseen", places, tuple(row[1] for row in order), "points"),
                    Curve("came", places, tuple(row[2] for row in order), "hollow"),
                    Curve("line", (places[0], places[-1]), (line, line), "dashed"),
                ),
                (("first", first + 0.5),),
            ),
        ),
        Table(
            ("name", "foreseen", "came", "place"),
            tuple((*row, float(number)) for number, row in enumerate(order, start=1)),
        ),
    )


def fairness_measures(parameters: Parameters) -> Played:
    """Two groups whose scores are normal with means 0 and `apart`; only the share of real cases differs.

    `cut_first` and `cut_second` are the thresholds. Numbers: recall, false-alarm rate and precision of each group. Two
    rates of mistakes are equal within one percentage point, two precisions within two.
    """
    p = parameters
    first = rates(p["cut_first"], p["apart"], p["base_first"])
    second = rates(p["cut_second"], p["apart"], p["base_second"])
    recall, vain, precision = (abs(a - b) < near for a, b, near in zip(first, second, (0.01, 0.01, 0.02), strict=True))
    if recall and vain:
        state = "errors_second_rarer" if p["base_second"] < p["base_first"] else "errors_first_rarer"
        if precision:
            state = "all" if p["base_first"] == p["base_second"] else "all_nearly"
    else:
        state = "precision" if precision else "one" if recall or vain else "none"
    names = ("recall", "false_alarms", "precision")
    places = (1.0, 2.0, 3.0)
    numbers = {f"{name}_{which}": value for which, values in (("first", first), ("second", second))
               for name, value in zip(names, values, strict=True)}  # fmt: skip
    return Played(
        state,
        {**numbers, "base_first": p["base_first"], "base_second": p["base_second"]},
        (
            Panel(
                "measure",
                "share",
                (Curve("first_group", places, first, "bars"), Curve("second_group", places, second, "bars")),
                up_range=(0, 1),
                shares=("up",),
                ticks=names,
            ),
        ),
        Table(("measure", "first_group", "second_group"), tuple(zip(names, first, second, strict=True))),
    )


def rates(cut: float, apart: float, base: float) -> tuple[float, float, float]:
    """Recall, false-alarm rate and precision of a group at a cut."""
    recall, vain = below(apart - cut), below(-cut)
    found = base * recall + (1 - base) * vain
    return recall, vain, base * recall / found if found else 0.0
