"""What somebody does with an answer: after "can" where it surely begins with a verb, in brackets where it may not.

English only; anything else stands in brackets.
"""

from __future__ import annotations

import re

from framework.assessment.phrasing import DETERMINERS, FUNCTION_WORDS, PARTICLES, head_noun, is_plural, small
from framework.languages.openers import is_opener
from framework.languages.verbs import NOUNS_TOO, VERBS, third_person

_THIRD_PERSON = frozenset(map(third_person, VERBS))
_PLURALS_TOO = frozenset(map(third_person, NOUNS_TOO))
_BEFORE_VERB = frozenset({"to", "can", "must", "should", "will", "would", "could"})
"""Words after which a verb stands, whatever it is: "to prune the trees"."""
_ADVERB = re.compile(r"(?!(?:dai|ear|fami|friend|hour|month|quarter|time|week|year)ly\b)[a-z]{3,}ly\b", re.IGNORECASE)
"""Not "daily" or "early", which stand before nouns."""
_JOINED = re.compile(r"(?:(?:and|or|then) )+")
_ALSO_OBJECTS = "another both everybody everyone extra him it me more nothing some somebody someone them us you"
_CLAUSES = "after again before first how if until what when where whether which while who why"
_GOES_ON = (DETERMINERS | PARTICLES | frozenset(f"{_ALSO_OBJECTS} {_CLAUSES}".split())) - {"on"}
"""Words with which a verb goes on. A noun goes on with "on" as well: "discount on the fare"."""


def able_to(text: str, after: str = "") -> str:
    """What somebody can do: "can call them", "calls them", or "can act (a call)" for what may begin with no verb.

    Brackets read well around anything, so a word counts as a verb only where it surely is one: where it is among
    `VERBS`, or where the person typed it `after` a word such as "to". A word that is a noun just as often ("call",
    "check", "block") counts as a verb alone, before an object ("call the customer", "call customers", "call 20 of
    them"), before "back", "whether", "carefully", "by hand" and the like, and where a verb is joined to it ("call or
    visit them"). Whatever else follows it may belong to a noun: "call centre", "check of the tyres", "visit by a
    nurse". With an "s" it is no verb alone: "calls".
    """
    first = text.split(" ", 1)[0]
    said = text if first.isupper() else text[:1].lower() + text[1:]
    shown = not _BEFORE_VERB.isdisjoint(after.lower().split()) and not _is_no_verb(first.lower())
    if shown or _begins_with_verb(said, VERBS, NOUNS_TOO):
        return f"can {said}"
    return said if _begins_with_verb(said, _THIRD_PERSON, _PLURALS_TOO) else f"can act ({small(text)})"


def _is_no_verb(word: str) -> bool:
    """Whether a word is known to be none, even after "to": "to the manager", "to manual review"."""
    return word in FUNCTION_WORDS - VERBS - NOUNS_TOO or (is_opener(word) and word not in NOUNS_TOO)


def _begins_with_verb(text: str, verbs: frozenset[str], nouns_too: frozenset[str]) -> bool:
    """Whether the first word besides adverbs is one of the verbs, or one of the others and goes on as a verb does."""
    first, _, rest = text.partition(" ")
    word = first.lower().rstrip(",")
    if word in verbs:
        return not rest.startswith("of ")
    if word not in nouns_too:
        return bool(rest) and _ADVERB.fullmatch(first) is not None and _begins_with_verb(rest, verbs, nouns_too)
    if not rest:
        return word in NOUNS_TOO
    joined = _JOINED.match(rest)
    if joined or first.endswith(","):
        return _begins_with_verb(rest[joined.end() :] if joined else rest, verbs, nouns_too)
    return _is_object(rest) or rest.startswith("by hand") or _ADVERB.match(rest) is not None


def _is_object(text: str) -> bool:
    """Whether a text begins with what follows a verb, or names several things; "phone calls" is a noun."""
    first = text.split(" ", 1)[0].lower().rstrip(",")
    nouns = {first, head_noun(text)} - {"calls"}
    return first in _GOES_ON or first[:1].isdigit() or any(map(is_plural, nouns))
