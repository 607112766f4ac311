"""Claim: a brief is there in every form at once: one page in 50 ms, a full report in 200 ms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from benchmarks.timing import spread
from framework import assess, load_rules
from framework.model.assessment import Assessment
from framework.report.document import build_document
from framework.report.forms import FORMS, render
from framework.report.front import front_of

GOALS = {"onepage": 50, "pdf": 200}
"""Milliseconds."""


def main() -> None:
    """Print median and worst milliseconds over all worked cases, each seen for the first time."""
    rulebase = load_rules()
    warm, *found = [assess(rulebase, case.sheet()) for case in rulebase.cases]
    rows: list[tuple[str, Callable[[Assessment], object]]] = [
        ("first screen of a brief", partial(front_of, rulebase, today=date.today()))
    ]
    rows.append(("whole brief", partial(build_document, rulebase)))
    rows += [(form, partial(render, form, rulebase)) for form in FORMS]
    print(f"Forms of {len(found)} briefs")
    for name, run in rows:
        run(warm)
        median, worst = spread(run, found)
        goal = f"  goal {GOALS[name]} ms" if name in GOALS else ""
        print(f"{name:<26} median {median * 1000:>6.1f} ms  worst {worst * 1000:>6.1f} ms{goal}")


if __name__ == "__main__":
    main()
