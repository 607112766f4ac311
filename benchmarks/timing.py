"""Timing that is fair to everyone: the same sheets, best of several rounds, garbage collector off."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

from framework.model.answers import Answer
from framework.model.rulebase import RuleBase


def sheets(rulebase: RuleBase, count: int, share: float = 1.0, seed: int = 7) -> list[dict[str, Answer]]:
    """Random sheets on which each question is answered with this probability."""
    rng = random.Random(seed)
    domains = {id_: question.complete_answers for id_, question in rulebase.closed_questions.items()}
    return [{id_: rng.choice(values) for id_, values in domains.items() if rng.random() < share} for _ in range(count)]


def near_cases(rulebase: RuleBase, count: int, seed: int = 7) -> list[dict[str, Answer]]:
    """Complete sheets as people fill them in: a worked case, gaps filled at random, and one answer changed."""
    rng = random.Random(seed)
    domains = {id_: question.complete_answers for id_, question in rulebase.closed_questions.items()}
    found = []
    for _ in range(count):
        case = rng.choice(rulebase.cases)
        sheet = {id_: rng.choice(values) for id_, values in domains.items()}
        told = {id_: given if isinstance(given, str) else tuple(given) for id_, given in case.answers.items()}
        sheet |= {id_: given for id_, given in told.items() if given in domains[id_]}
        changed = rng.choice(list(domains))
        found.append({**sheet, changed: rng.choice(domains[changed])})
    return found


def seconds_each(run: Callable[[Any], Any], inputs: Sequence[Any], rounds: int = 3) -> float:
    """Seconds for one call, the best of some rounds over all inputs."""
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            start = time.perf_counter()
            for item in inputs:
                run(item)
            best = min(best, time.perf_counter() - start)
    finally:
        gc.enable()
    return best / len(inputs)


def spread(run: Callable[[Any], Any], inputs: Sequence[Any]) -> tuple[float, float]:
    """Median and worst seconds of single calls."""
    times = []
    for item in inputs:
        start = time.perf_counter()
        run(item)
        times.append(time.perf_counter() - start)
    return statistics.median(times), max(times)
