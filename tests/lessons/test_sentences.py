"""Every sentence below a figure is true wherever the sliders stand: read back and compared with other arithmetic."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from framework.lessons import play
from framework.lessons.wording import fill
from tests.lessons.sentences.deciding import break_even, latency, threshold, trial_first
from tests.lessons.sentences.fitting import fit
from tests.lessons.sentences.judging import fairness, three_framings
from tests.lessons.sentences.reading import BLOCKS, Settings, grid
from tests.lessons.sentences.worlds import drift, gap, loop

MEANS: dict[str, Callable[[Settings, str], str]] = {
    "break_even": break_even,
    "confirming_loop": loop,
    "drift": drift,
    "fairness_measures": fairness,
    "fit_curve": fit,
    "label_gap": gap,
    "latency_quality": latency,
    "test_first": trial_first,
    "three_framings": three_framings,
    "threshold_on_two_curves": threshold,
}


@pytest.mark.parametrize("name", MEANS)
def test_every_sentence_is_true_wherever_the_sliders_stand(name):
    block, seen = BLOCKS[name], set()
    for settings in grid(block):
        played = play(block, settings)
        said = fill(block.says[played.state], played.numbers)
        try:
            assert MEANS[name](settings, said) == played.state
        except AssertionError as error:
            pytest.fail(f"{settings}: {said!r}: {error}")
        assert not re.search(r"\b1 (months|days|weeks)\b|-0\b(?!\.\d*[1-9])", said), said
        seen.add(played.state)
    assert seen == set(block.says), "a sentence that nobody can bring up"


def test_every_interactive_is_read():
    assert set(MEANS) == set(BLOCKS)


@pytest.mark.parametrize(("speed", "every"), [(0.02, 6), (0.04, 24), (0.06, 6), (0.2, 1), (0.2, 24)])
def test_drift_is_what_a_simulation_finds(speed, every):
    """Also where the line has left the range, which no slider brings about."""
    cases = [case / 5000 - 1 for case in range(10001)]
    rows = play(BLOCKS["drift"], {"speed": speed / 0.02, "every": every}).table.rows
    for month in random.Random(1).sample(range(1, 25), 6):
        kept = max(start for start in range(0, 25, every) if start < month)
        real = [case > speed * month for case in cases]
        for column, line in ((1, 0), (2, speed * kept)):
            wrong = sum((case > line) != truth for case, truth in zip(cases, real, strict=True)) / len(cases)
            assert float(rows[month][column]) == pytest.approx(wrong, abs=2e-3)
            assert wrong <= 0.5 + 1e-3
