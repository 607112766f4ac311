"""What a score does not show: a moving world, a record that confirms itself, a label of something else."""

from __future__ import annotations

from framework.lessons.played import Curve, Panel, Parameters, Played, Table

LITTLE_WRONG = 0.05
"""A model that is wrong in a smaller share of cases keeps up."""


def drift(parameters: Parameters) -> Played:
    """Cases lie evenly from -1 to 1; those above a line are real. It begins at 0 and moves up by `speed` a month.

    One model keeps the line of month 0; another is made again every `every` months, from the line of that month. Either
    is wrong for the cases between its line and the true one: half the distance, as the range is 2 wide. No case lies
    above 1, so the first is never wrong in more than half of the cases. The error of the second is that just before it
    is made again, when it is largest.
    """
    months, speed, every = int(parameters["months"]), parameters["speed"], max(1, int(parameters["every"]))
    month = tuple(range(months + 1))
    time = tuple(map(float, month))
    lines = tuple(min(1.0, speed * number) for number in month)
    fixed = tuple(line / 2 for line in lines)
    renewed = tuple((lines[number] - lines[max(0, number - 1) // every * every]) / 2 for number in month)
    alarms = tuple(0.5 for _ in month)
    worst = max(renewed)
    state = "still" if speed == 0 else "kept_up" if worst < LITTLE_WRONG else "too_seldom"
    saw = [(0.0, 0.0)]
    for number in month[1:]:
        saw += [(time[number], renewed[number])] + ([(time[number], 0.0)] if number % every == 0 else [])
    return Played(
        state,
        {"fixed": fixed[-1], "renewed": worst, "alarms": 0.5, "months": months},
        (
            Panel(
                "month",
                "share",
                (
                    Curve("fixed", time, fixed),
                    Curve("renewed", tuple(x for x, _ in saw), tuple(y for _, y in saw), "dashed"),
                    Curve("alarms", time, alarms, "hollow"),
                ),
                up_range=(0, 1),
                shares=("up",),
            ),
        ),
        Table(("month", "fixed", "renewed", "alarms"), tuple(zip(time, fixed, renewed, alarms, strict=True))),
    )


def feedback_loop(parameters: Parameters) -> Played:
    """Two places with the same true rate; one has `ahead` more on record when it begins.

    In each round `visits` are made. All go to the place with more on record, except a share `at_random` that is divided
    evenly; what is found there is added to the record. The state compares the share of the first place on record at the
    end with that at the beginning; equal means within half a percentage point.
    """
    visits, rate, at_random = parameters["visits"], parameters["rate"], parameters["at_random"]
    first, second = parameters["start"] + parameters["ahead"], parameters["start"]
    records = [(first, second)]
    for _ in range(int(parameters["rounds"])):
        favoured = at_random / 2 + (1 - at_random) * (1 if first > second else 0.5 if first == second else 0)
        first += visits * rate * favoured
        second += visits * rate * (1 - favoured)
        records.append((first, second))
    begin, share = records[0][0] / sum(records[0]), first / (first + second)
    moved = share - begin
    state = "level" if parameters["ahead"] == 0 else "confirmed" if moved >= 0.005 else "kept"
    if moved <= -0.005:
        state = "corrected"
    time = tuple(float(number) for number in range(len(records)))
    return Played(
        state,
        {"share": share, "first": first, "second": second, "begin": begin},
        (
            Panel(
                "round",
                "found",
                (
                    Curve("first", time, tuple(a for a, _ in records)),
                    Curve("second", time, tuple(b for _, b in records), "dashed"),
                ),
                up_range=(0, max(first, second)),
            ),
        ),
        Table(("round", "first", "second"), tuple((t, *pair) for t, pair in zip(time, records, strict=True))),
    )


def label_gap(parameters: Parameters) -> Played:
    """Two groups of the same size, with need spread evenly from 0 to 1 in both.

    What is recorded is the need in the first group, and only `seen` of it in the second. The share `helped` with the
    highest record gets help.
    """
    seen, helped = parameters["seen"], parameters["helped"]
    cut = (2 - 2 * helped) * seen / (1 + seen)
    if cut >= seen:
        cut = 1 - 2 * helped
    first, second = max(0.0, 1 - cut), 1 - cut / seen
    second = second if second > 1e-9 else 0.0
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
                    Curve("cut", (0, 1), (cut, cut), "level"),
                ),
                up_range=(0, 1),
            ),
        ),
        Table(("group", "need_at_cut", "helped"), (("first_group", cut, first), ("second_group", need, second))),
    )
