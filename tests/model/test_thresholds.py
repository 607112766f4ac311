"""The closed forms about acting on a score hold by their definitions, and stand in one place."""

from __future__ import annotations

from pathlib import Path
from statistics import NormalDist

import pytest

import framework
from framework.model.thresholds import below, even_share, score_at


def test_the_share_below_is_exact_in_the_tail():
    assert below(0.7) == pytest.approx(NormalDist().cdf(0.7))
    assert below(-30) == pytest.approx(4.906714e-198, rel=1e-6)


def test_gains_and_losses_cancel_out_at_the_even_share():
    share = even_share(30, 90)
    assert share * 90 == (1 - share) * 30


@pytest.mark.parametrize("probability", [0.001, 0.3, 0.9])
def test_at_its_score_a_case_is_real_with_the_probability(probability):
    score = score_at(1.4, 0.05, probability)
    real, other = 0.05 * NormalDist(1.4).pdf(score), 0.95 * NormalDist().pdf(score)
    assert real / (real + other) == pytest.approx(probability)


def test_no_other_module_writes_them_down_again():
    written = [
        path.name for path in Path(framework.__file__).parent.rglob("*.py") if "erfc(" in path.read_text("utf-8")
    ]
    assert written == ["thresholds.py"]
