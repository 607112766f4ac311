"""What a score does not show: a moving world, a record that confirms itself, a label of something else."""

from __future__ import annotations

from framework.lessons.played import Curve, Panel, Parameters, Played, Rows, Table


def drift(parameters: Parameters, rows: Rows = ()) -> Played:
    """Cases lie evenly from -1 to 1; those above a line are real, and the line moves by `speed` a month.

    One model keeps the line of month 0; another is made again every `every` months, from the line of that month. Either
    is wrong for the cases between its line and the true one.
    """
    months, speed, every = int(parameters["months"]), parameters["speed"], max(1, int(parameters["every"]))
    time = tuple(float(month) for month in range(months + 1))
    fixed = tuple(min(1.0, speed * month / 2) for month in time)
    renewed = tuple(min(1.0, speed * (month % every) / 2) for month in range(months + 1))
    alarms = tuple(0.5 for _ in time)
    state = "still" if fixed[-1] < 0.02 else "kept_up" if max(renewed) < 0.05 else "too_seldom"
    return Played(
        state,
        {"fixed": fixed[-1], "renewed": max(renewed), "alarms": 0.5, "months": months, "every": every},
        (
            Panel(
                "month",
                "share",
                (
                    Curve("fixed", time, fixed),
                    Curve("renewed", time, renewed, "dashed"),
                    Curve("alarms", time, alarms, "hollow"),
                ),
                up_range=(0, 1),
            ),
        ),
        Table(("month", "fixed", "renewed", "alarms"), tuple(zip(time, fixed, renewed, alarms, strict=True))),
    )


def feedback_loop(parameters: Parameters, rows: Rows = ()) -> Played:
    """Two places with the same true rate; one has `ahead` more on record when it begins.

    In each round `visits` are made. All go to the place with more on record, except a share `at_random` that is divided
    evenly; what is found there is added to the record.
    """
    visits, rate, at_random = parameters["visits"], parameters["rate"], parameters["at_random"]
    first, second = parameters["start"] + parameters["ahead"], parameters["start"]
    records = [(first, second)]
    for _ in range(int(parameters["rounds"])):
        favoured = at_random / 2 + (1 - at_random) * (1 if first > second else 0.5 if first == second else 0)
        first += visits * rate * favoured
        second += visits * rate * (1 - favoured)
        records.append((first, second))
    share = first / (first + second)
    time = tuple(float(number) for number in range(len(records)))
    state = "even" if abs(share - 0.5) < 0.03 else "confirmed"
    return Played(
        state,
        {
            "share": share,
            "first": first,
            "second": second,
            "begin": records[0][0] / sum(records[0]),
            "rate": rate,
            "at_random": at_random,
        },
        (
            Panel(
                "round",
                "found",
                (
                    Curve("first", time, tuple(a for a, _ in records)),
                    Curve("second", time, tuple(b for _, b in records), "dashed"),
                ),
            ),
        ),
        Table(("round", "first", "second"), tuple((t, *pair) for t, pair in zip(time, records, strict=True))),
    )


def label_gap(parameters: Parameters, rows: Rows = ()) -> Played:
    """Two groups of the same size, with need spread evenly from 0 to 1 in both.

    What is recorded is the need in the first group, and only `seen` of it in the second. The share `helped` with the
    highest record gets help.
    """
    seen, helped = parameters["seen"], parameters["helped"]
    cut = (2 - 2 * helped) * seen / (1 + seen)
    if cut >= seen:
        cut = 1 - 2 * helped
    first, second = max(0.0, 1 - cut), max(0.0, 1 - cut / seen)
    share = second / (first + second)
    state = "fair" if share > 0.47 else "gap" if second > 0 else "shut_out"
    need = min(1.0, cut / seen)
    return Played(
        state,
        {"share": share, "cut": cut, "need": need, "first": first, "second": second, "seen": seen},
        (
            Panel(
                "need",
                "record",
                (
                    Curve("first_group", (0, 1), (0, 1)),
                    Curve("second_group", (0, 1), (0, seen), "dashed"),
                    Curve("cut", (0, 1), (cut, cut), "hollow"),
                ),
                up_range=(0, 1),
            ),
        ),
        Table(("group", "need_at_cut", "helped"), (("first_group", cut, first), ("second_group", need, second))),
    )
