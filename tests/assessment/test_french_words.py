"""French sentences carry what a person typed as a French sentence would say it."""

from __future__ import annotations

import pytest

from framework import load_rules
from framework.assessment.words import Words
from framework.rulebase.translating import in_language


@pytest.fixture(scope="module")
def filled():
    french = in_language(load_rules(), "fr")

    def fill(template: str, **given: str) -> str:
        return Words(french, given).fill(template)

    return fill


def test_the_framing_reads_as_one_sentence_whatever_each_field_began_with(filled):
    said = filled(
        "Pour chaque {unit} ({moment}), prédire {output}, d'après {inputs}, pour {action:can} ({actor}).",
        unit="Une demande de crédit",
        moment="Le lundi matin",
        output="Si le client remboursera",
        inputs="D'après l'historique des comptes",
        actor="Anna du service crédit",
        action="Accorder ou refuser le crédit",
    )
    assert said == (
        "Pour chaque demande de crédit (le lundi matin), prédire si le client remboursera, d'après l'historique des "
        "comptes, pour accorder ou refuser le crédit (Anna du service crédit)."
    )


@pytest.mark.parametrize(
    ("unit", "reads"),
    [
        ("l'élève", "Chaque élève"),
        ("L’élève", "Chaque élève"),
        ("Les clients", "Chaque clients"),
        ("Chaque Client", "Chaque client"),
        ("colis", "Chaque colis"),
        ("Airbus A320", "Chaque Airbus A320"),
        ("un", "Chaque un"),
        ("", "Chaque [cas]"),
    ],
)
def test_a_case_stands_without_its_article_after_chaque(filled, unit, reads):
    assert filled("chaque {unit}", unit=unit) == reads


@pytest.mark.parametrize(
    ("inputs", "reads"),
    [
        ("à partir du dossier", "D'après le dossier"),
        ("À partir des commandes", "D'après les commandes"),
        ("À partir d'images", "D'après des images"),
        ("À partir d'une photo", "D'après une photo"),
        ("avec la météo", "D'après la météo"),
        ("Google Analytics", "D'après Google Analytics"),
        ("avec", "D'après avec"),
    ],
)
def test_what_is_known_does_not_repeat_the_word_before_it(filled, inputs, reads):
    assert filled("d'après {inputs}", inputs=inputs) == reads


@pytest.mark.parametrize(
    ("action", "reads"),
    [
        ("Les appeler", "Pour les appeler"),
        ("pour appeler le client", "Pour appeler le client"),
        ("Ne pas l'envoyer", "Pour ne pas l'envoyer"),
        ("ne regarder que les images", "Pour ne regarder que les images"),
        ("Ils doivent appeler", "Pour agir (« doivent appeler »)"),
        ("Accordent le crédit", "Pour agir (« accordent le crédit »)"),
        ("Courrier au client", "Pour agir (« courrier au client »)"),
        ("Lettre au client", "Pour agir (« lettre au client »)"),
        ("Offre de remise", "Pour agir (« offre de remise »)"),
        ("Facture corrigée", "Pour agir (« facture corrigée »)"),
        ("Calendrier de visites", "Pour agir (« calendrier de visites »)"),
        ("Appel téléphonique", "Pour agir (« appel téléphonique »)"),
        ("Devoir d'information", "Pour agir (« devoir d'information »)"),
        ("Prendre rendez-vous", "Pour prendre rendez-vous"),
        ("Vérifier le dossier", "Pour vérifier le dossier"),
        ("Prévoir un second chauffeur", "Pour prévoir un second chauffeur"),
        ("Choisir un livre", "Pour choisir un livre"),
        ("Se rendre sur place", "Pour se rendre sur place"),
    ],
)
def test_what_is_done_is_an_infinitive_or_quoted(filled, action, reads):
    assert filled("pour {action:can}", action=action).replace("\u00a0", " ") == reads


@pytest.mark.parametrize(
    ("output", "reads"),
    [
        ("Est-ce que le client part ?", "Prédire si le client part"),
        ("Est-ce qu'il part", "Prédire s'il part"),
        ("Montant de la facture", "Prédire le montant de la facture"),
        ("TVA due", "Prédire TVA due"),
    ],
)
def test_what_to_tell_follows_a_verb(filled, output, reads):
    assert filled("prédire {output}", output=output) == reads
