"""What is wrong with numbers is said in the language of the rules, with its numbers."""

from __future__ import annotations

from typing import Any

import pytest

from framework.economics.issues import number_issue
from framework.economics.worth import worth_of
from framework.model.formulas import FormulaId
from framework.model.sheet import Number, Range
from tests.economics.models import BASIS, value_model

NAMES = {"base_rate": "«\u00a0Part\u00a0»", "value": "«\u00a0Valeur\u00a0»", "years": "«\u00a0Années\u00a0»"}


@pytest.mark.parametrize(
    ("role", "given", "said"),
    [
        (
            "base_rate",
            65,
            "«\u00a0Part\u00a0» doit se situer entre 0 et 1, mais vaut 65. Pour 65\u202f%, entrez 0,65.",
        ),
        ("base_rate", 1_500, "«\u00a0Part\u00a0» doit se situer entre 0 et 1, mais vaut 1\u202f500."),
        (
            "value",
            float("nan"),
            "«\u00a0Valeur\u00a0» doit être un nombre. Entrez un nombre, ou laissez le champ vide.",
        ),
        ("value", -2.5, "«\u00a0Valeur\u00a0» doit valoir 0 ou plus, mais vaut -2,5."),
        ("years", 0.5, "Il faut s'en servir au moins un an pour un résultat annuel."),
        (
            "value",
            Range(low=0.5, middle=0.25, high=1_000),
            "«\u00a0Valeur\u00a0»\u00a0: la valeur la plus basse, la plus probable et la plus haute doivent se suivre "
            "en ordre croissant, mais ce sont 0,5\u00a0; 0,25\u00a0; 1\u202f000. En ordre croissant, ce sont "
            "0,25\u00a0; 0,5\u00a0; 1\u202f000.",
        ),
    ],
)
def test_a_number_that_cannot_be_is_named_in_french(role: str, given: Number, said: str) -> None:
    issue = number_issue(role, given, NAMES, "fr")
    assert issue is not None
    assert issue.sentence == said


ALERTS = {"base_rate": 0.5, "recall": 1, "precision": 0.3}


@pytest.mark.parametrize(
    ("formula", "numbers", "said"),
    [
        (FormulaId.ALERTS, ALERTS, "que 30\u202f% des alertes sont justes, 1\u202f000 cas donnent"),
        (FormulaId.ALERTS, {**ALERTS, "recall": 0.4}, "Pour que ce soit utile, plus de 50\u202f% des alertes doivent"),
        (FormulaId.ALERTS, {"base_rate": 0}, "un cas sur mille, c'est 0,001."),
        (FormulaId.ALERTS, {"base_rate": 1}, "il n'y a rien à distinguer"),
        (
            FormulaId.ALERTS,
            {"value": 2_000, "success_rate": 0.5, "cost_action": 1_500.5},
            "Agir dans un vrai cas rapporte 1\u202f000 en moyenne et coûte 1\u202f500",
        ),
        (
            FormulaId.WORK_LIST,
            {"volume": 100, "base_rate": 0.01, "capacity": 50, "value": 1, "hits_hoped": 0.5},
            "vrais cas par an, alors qu'il n'y en a que 1.",
        ),
        (FormulaId.WORK_LIST, {"volume": 10, "capacity": 50, "value": 1}, "plus de cas qu'il n'y en a"),
        (
            FormulaId.NEWSVENDOR,
            {"volume": 10, "error_today": 1, "error_cut": 0.1, "cost_under": 0, "cost_over": 1},
            "aucune quantité n'est trop extrême",
        ),
    ],
)
def test_numbers_that_cannot_be_together_are_named_in_french(
    formula: FormulaId, numbers: dict[str, Any], said: str
) -> None:
    found = worth_of(value_model(formula), numbers, BASIS, NAMES, language="fr")
    assert found is not None
    assert any(said in issue.sentence for issue in found.issues), found.issues
