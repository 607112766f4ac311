"""A person's own words inside a French sentence, as `phrasing` puts them into an English one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framework.languages.fr.openers import is_opener
from framework.languages.fr.verbs import is_infinitive

_DETERMINER = re.compile(r"(?:(?:chaque|une?|les?|la|tou(?:s|tes) les|toute?)\s+|l['’])(?=\S)", re.IGNORECASE)
_TAKE_NONE = frozenset({"chaque", "par", "aucun", "aucune"})
"""Words after which a noun stands without its article."""
_FEMININE = """
distance durée fréquence hauteur largeur longueur masse moyenne note part probabilité proportion qualité quantité somme
taille température valeur vitesse
"""
_MASCULINE = "coût degré délai montant niveau nombre poids pourcentage prix rang risque score taux temps total volume"
_ARTICLE = dict.fromkeys(_FEMININE.split(), "la") | dict.fromkeys(_MASCULINE.split(), "le")
_MEASURE = re.compile(
    rf"({'|'.join(_ARTICLE)})(?= (?:(?:de|du|des|moyen|moyenne|total|totale)\b|d['’]))", re.IGNORECASE
)
_ASKED = re.compile(r"est-ce qu(?:e\s+|['’]\s*)(?=\S)", re.IGNORECASE)
_BEFORE_VERB = re.compile(
    r"(?:ne (?:(?:pas|plus|rien|jamais) )?|(?:se|les?|la|lui|leur|y|en) |[nsl]['’])*", re.IGNORECASE
)
_AFTER_FROM = (
    (re.compile(r" du (?=\S)"), "le "),
    (re.compile(r" des (?=\S)"), "les "),
    (re.compile(r" d['’](?=une?\b)"), ""),
    (re.compile(r" d['’](?=\S)"), "des "),
)
"""What stands in place of the words that "à partir de" runs together with."""


def without_first(text: str, words: Sequence[str]) -> str:
    """The text without these words in front; after "à partir du" or "des" its article stays. One word always stays."""
    small_one = text.lower()
    for word in words:
        if small_one.startswith(f"{word} "):
            return without_first(text[len(word) + 1 :].lstrip(), words)
        start = word.removesuffix(" de")
        if start != word and small_one.startswith(start):
            for pattern, article in _AFTER_FROM:
                if found := pattern.match(small_one, len(start)):
                    return article + text[found.end() :]
    return text


def inside(text: str, last: str) -> str:
    """The text after the word `last`: no article after "chaque", one before a bare "part de", a small first letter."""
    if last.lower() in _TAKE_NONE and (article := _DETERMINER.match(text)):
        return small(text[article.end() :])
    if asked := _ASKED.match(text):
        rest = text[asked.end() :]
        return f"s'{rest}" if re.match(r"ils?\b", rest) else f"si {rest}"
    if last.lower() not in _TAKE_NONE and (measure := _MEASURE.match(text)):
        return f"{_ARTICLE[measure[1].lower()]} {small(text)}"
    return small(text)


def small(text: str) -> str:
    """The text with a small first letter where its first word is no name."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if is_opener(first) and not _shouted(first) else text


def to_do(text: str, last: str) -> str:
    """What somebody does, as an infinitive: "les appeler"; what begins with none is quoted: "agir (« appellent »)"."""
    before = _BEFORE_VERB.match(text)
    verb = text[before.end() :].split(" ", 1)[0].rstrip(",") if before else ""
    said = text if _shouted(text.split(" ", 1)[0]) else text[:1].lower() + text[1:]
    if is_infinitive(verb):
        return said
    quoted = f"«\u00a0{said}\u00a0»"
    return f"agir ({quoted})" if last == "pour" else quoted


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()
