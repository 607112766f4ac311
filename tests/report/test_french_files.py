"""What a file says around a brief is in the language of the brief, with its colons."""

from __future__ import annotations

import io
import re

import pypdf
import pytest

from framework.assessment.assess import assess
from framework.report.blocks import Bullets, Item
from framework.report.forms import render
from framework.report.wording import more_line
from tests.report.french import french

CASE = "resume_star_rating"
BUILT = "card_payment_fraud"
"""A case in which nothing is built, and one in which a model is."""


def written(form: str, case: str = CASE) -> str:
    made = render(form, french(), assess(french(), french().case[case].sheet()))
    if made.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    return made.decode()


def plain(form: str, case: str = CASE) -> str:
    return re.sub(r"\s+", " ", written(form, case))


def test_the_steps_the_answers_and_the_edition_are_named_in_french():
    said = plain("text")
    for words in (
        "Prochaines étapes :",
        "TOUTES LES QUESTIONS ET RÉPONSES",
        "Réponse :",
        "édition",
        "empreinte",
    ):
        assert words in said
    assert "### Prochaines étapes" in written("markdown")
    assert "Ce qui n'est que nommé ou abrégé plus haut" in written("markdown")
    assert "Règles et sources" in plain("html")


def test_a_decision_record_has_french_headings_and_sentences():
    said = written("adr")
    assert said.startswith("# Relevé de décision\u00a0:")
    for words in ("Contexte", "Décision", "État", "Autres possibilités", "Conviendrait si", "Conséquences", "Bilan"):
        assert words in said
    assert not re.search(r"Would be right|Not chosen|Status:|as soon as", said)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "pdf", "onepage", "canvas-html"])
def test_a_label_has_the_colon_of_its_language(form):
    said = plain(form, BUILT)
    label = "Objectif métier" if form == "canvas-html" else "Métier"
    assert f"{label} :" in said
    assert f"{label}:" not in said


def test_what_is_left_is_counted_and_named_in_the_language():
    items = tuple(Item(str(number), label=f"n{number}") for number in range(10))
    assert more_line(Bullets((), more=items[:2]), "fr") == "Aussi\u00a0: n0\u00a0; n1."
    assert more_line(Bullets((), more=items), "fr").endswith("\u00a0; et d'autres.")
    assert more_line(Bullets((), rest=items[:1]), "fr") == "1 de plus\u00a0: n0."
    assert more_line(Bullets((), more=items[:2]), "") == "Also: n0; n1."
