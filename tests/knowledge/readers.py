"""Sheets that were filled in blind: by readers who saw the questionnaire and a description, and nothing else.

The cases are split by the parity of the CRC32 of their ids. The first half was worked on: its misses were read, and
questions and rules changed for reasons that a source gives. The second half was only scored until round eighteen;
then it was read once, and what it showed was mended.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from framework import assess
from framework.model.answers import NOT_SURE, Answer
from framework.model.assessment import Assessment
from framework.model.case import Case
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.rulebase.reading import read_file
from tests.knowledge.cases import task_of
from tests.knowledge.screens import screens_until_settled

FOLDER = Path(__file__).parent / "blind"
READERS = {"careful": "a careful reader", "plain": "a reader without training"}
HALVES = {0: "first half", 1: "second half"}

Answers = Mapping[str, Answer]


@dataclass(frozen=True)
class Count:
    """Shares of some sheets, from 0 to 1, and the median of screens until the verdict is settled."""

    sheets: int
    exact: float
    acceptable: float
    open: float
    missed: float
    """Settled and wrong, or open with no acceptable verdict among those that are left."""
    task: float
    metric: float
    screens: float
    screens_use_ml: float


def half_of(case: str) -> int:
    """0 for the half that was worked on, 1 for the half that was only scored for long."""
    return zlib.crc32(case.encode()) % 2


def sheets_of(reader: str, half: int) -> dict[str, Answers]:
    """The sheets of one reader over one half of the cases, by case."""
    file = read_file(FOLDER / f"{reader}_{half}.yaml", f"{reader}_{half}.yaml", rule_file=False)
    assert not file.problems, [str(problem) for problem in file.problems]
    return {
        sheet["case"]: {
            id_: (NOT_SURE if NOT_SURE in given else tuple(given)) if isinstance(given, list) else given
            for id_, given in sheet["answers"].items()  # "this one, or I am not sure" says no more than "not sure"
        }
        for sheet in file.data
    }


def results_of(rulebase: RuleBase, sheets: Mapping[str, Answers]) -> dict[str, Assessment]:
    """What each sheet leads to, by case."""
    return {id_: assess(rulebase, Sheet(title=id_, answers=dict(answers))) for id_, answers in sheets.items()}


def count(
    rulebase: RuleBase, cases: Mapping[str, Case], sheets: Mapping[str, Answers], results: Mapping[str, Assessment]
) -> Count:
    """Compare what the sheets lead to with what was published."""
    found: Counter[str] = Counter()
    for id_, result in results.items():
        expected, possible = cases[id_].expected, set(result.possible_verdicts)
        found.update(
            exact=possible == {expected.verdict},
            acceptable=possible <= set(expected.acceptable_verdicts),
            open=len(possible) > 1,
            missed=not possible & set(expected.acceptable_verdicts),
            task=task_of(result) in expected.acceptable_tasks,
            metric=expected.metric is None or result.metric in (expected.metric, *expected.acceptable_metrics),
        )
    screens = {id_: screens_until_settled(rulebase, rulebase.accept(answers)) for id_, answers in sheets.items()}
    learned = [shown for id_, shown in screens.items() if results[id_].verdict == "use_ml"]
    share = {name: found[name] / len(sheets) for name in ("exact", "acceptable", "open", "missed", "task", "metric")}
    return Count(len(sheets), **share, screens=median(screens.values()), screens_use_ml=median(learned))


def agreement(one: Mapping[str, Assessment], other: Mapping[str, Assessment]) -> float:
    """In what share of the cases two readers reach the same."""
    both = one.keys() & other.keys()
    return sum(one[id_].possible_verdicts == other[id_].possible_verdicts for id_ in both) / len(both)
