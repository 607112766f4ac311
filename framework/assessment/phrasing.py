"""What kind of phrase a person typed, guessed from its first words, so that a sentence can be built around it.

Only the choice between phrasings that are all readable depends on these guesses. English only; anything else is taken
as a noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from framework.languages.openers import is_opener

_MONTH = re.compile(r"(?<=\S )May\b")
"""The month, which is no verb."""
_ARTICLE = re.compile(r"^(an?|the|each|every|one)\s+", re.IGNORECASE)
_AND_ARTICLE = re.compile(r" and (?:an?|the|each|every|one) ", re.IGNORECASE)
_MEASURE = re.compile(
    r"(?:(?:amount|chance|cost|date|degree|duration|grade|length|level|likelihood|number|percentage|price|probability|proportion|"
    r"quality|quantity|rate|risk|share|size|speed|value|weight) of|average|"
    r"(?:first|last) (?:day|week|month|half) of|"
    r"(?:beginning|end|middle|start) of(?! (?:business|day|month|play|quarter|term|week|year)$)) (?=\S)"
)
"""What lacks a "the": "share of late parcels", "end of June"; "end of day" needs none."""
_SINGULAR_S = ("ss", "us", "is", "news", "lens", "bus")
_HEAD_ENDS = re.compile(
    r"\s+(?:about|across|after|against|among|around|as|at|before|behind|between|by|during|for|from|in|into|of|on|outside|over|per|"
    r"since|than|that|through|to|towards|under|until|via|when|where|which|who|whose|with|within|without)\s+"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words("a an the this that these those each every all any no our my your their his her its one")
_PRONOUNS = _words("i we you he she it they there somebody someone everybody everyone nobody anybody")
_AUXILIARIES = _words(
    "is are was were am has have had will would can could may might must should does do did gets get "
    "comes come goes arrives becomes starts begins ends"
)
_LINKS = _words(
    "if when whether how what which who whom why where while as because and or but not then so with "
    "without in at on by for from of to before after until during via per"
)
_SMALL = DETERMINERS | _PRONOUNS | _LINKS
"""Words that start with a capital only because somebody began a line with them."""
FUNCTION_WORDS = _SMALL | _AUXILIARIES

_ASKS = _words("is are was were am has have had will would can could may might must should does do did")
_HAPPENS = _words(
    "agrees appears arrives becomes belongs buys cancels comes contains converts defaults dies exceeds exists "
    "fails falls gets goes happens improves keeps leaves lies loses occurs pays quits reacts recovers responds "
    "succeeds survives wants wins"
)
"""Verbs that hardly ever are the plural of a noun."""
_ASKED = re.compile(
    r"^(?:please )?(?:to )?(?:tell|say|show|know|find out|decide|see)(?: me| us| them)? "
    r"(?=(?:if|whether|how|what|which|when|where|who|why)\b)",
    re.IGNORECASE,
)
_THAT = re.compile(r"^that (?=\w)", re.IGNORECASE)
_YES_OR_NO = re.compile(r"(?<=\S)[,;:]?\s+\(?yes\s*(?:or|/)\s*no\)?$", re.IGNORECASE)
_OR_NOT = re.compile(r"^(?!whether|if)\S+ or not\b", re.IGNORECASE)
_RELATIVE = _words("that which who whom whose when where while until before after because if as than")
_AS_SUBJECT = {"me": "I", "us": "we", "him": "he", "them": "they"}
_SUBJECTS = _words("i we you he she they there")
_PLURALS = _words("people children women men data")
"""Nouns that are plural without an "s"."""
_DOER_ENDS = ("er", "or", "ist", "ian", "eer", "yst", "agent", "assistant", "accountant")
_DOERS = _words(
    "bank chef clerk court desk judge machine nurse officer pilot program software surgeon system team teller website"
)
"""Nouns for one person, body or device that acts; they need an article, as "staff" and "marketing" do not."""
_NOTHING = _words("none n/a n.a na nil tbd tba unknown") | {
    "not known",
    "not applicable",
    "no idea",
    "don't know",
    "don’t know",
}
PARTICLES = frozenset({"in", "out", "off", "on", "up", "down", "back"})


_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LIST = re.compile(r", (?!and |or )[^,]* (?:and|or) ")


def has_aside(text: str) -> bool:
    """Whether a text ends in a part set off by a comma, which needs another one: "the fare, tolls included"."""
    bare = _IN_BRACKETS.sub("", text)
    return ", " in bare and not _LIST.search(bare)


def without_repeat(text: str, word: str) -> str:
    """The text without the word that stands before it: "a draft letter", "a draft of it", "draft it" after "draft"."""
    if not word.isalpha():
        return text
    named = re.match(rf"(?:(an?|the)\s+)?{word}(s?)\s+(of\s+)?(?=\S)", text, re.IGNORECASE)
    if named is None or (named[2] and not named[3]):
        return text
    rest = text[named.end() :]
    if not named[1] or named[3]:
        return rest
    if rest.split(" ", 1)[0].lower() in _LINKS:
        return text
    article = "the" if named[1].lower() == "the" else "an" if rest[0].lower() in "aeiou" else "a"
    return f"{article} {rest}"


def each_or_one(noun: str, form: str) -> str:
    """A noun phrase, without its articles, after `form` (each, one or any): "each customer", "one of the customers".

    After "any" it also loses a part set off by a comma: ", every Monday".
    """
    bare = _AND_ARTICLE.sub(" and ", _ARTICLE.sub("", noun))
    if form == "any" and has_aside(bare):
        bare = bare.split(", ", 1)[0]
    return f"{form} of the {bare}" if is_plural(bare) else f"{form} {bare}"


def small(text: str) -> str:
    """The text as it stands inside a sentence: a first word such as "The" or "Whether" loses its capital."""
    first = text.split(" ", 1)[0]
    common = (first.lower() in _SMALL and first != "I") or is_opener(first)
    return text[:1].lower() + text[1:] if common and not _shouted(first) else text


def with_article(text: str) -> str:
    """The text with the "the" that people leave out in a field: "the share of late parcels", "the end of June"."""
    return f"the {text}" if _MEASURE.match(text) else text


def the_one(text: str) -> str:
    """Who acts, with the "the" that people leave out in a field: "the radiologist", "the mail server"; not "staff"."""
    words = _HEAD_ENDS.split(text, maxsplit=1)[0].split()
    if not words or not text[0].islower() or words[0] in DETERMINERS | _PRONOUNS | _LINKS | {"another", "whoever"}:
        return text
    return f"the {text}" if words[-1].endswith(_DOER_ENDS) or words[-1] in _DOERS else text


def gives_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing to say: "none", "n/a"."""
    return text.lower() in _NOTHING or not any(char.isalnum() for char in text)


def as_noun(text: str) -> str:
    """What stands where a sentence needs a noun: a question or "we know it" is quoted as it stands, "us" is "we"."""
    words = text.lower().split()
    if len(words) == 1:
        return _AS_SUBJECT.get(words[0], text)
    asks = len(words) > 1 and words[0] in _ASKS
    says = len(words) > 1 and words[0] in _SUBJECTS and words[1] not in _LINKS | {"all", "both"}
    return f"“{text}”" if asks or says else text


def is_statement(text: str) -> bool:
    """Whether a text where a number is asked for tells what happens: "the share of late parcels goes down"."""
    words = _MONTH.sub("", text).lower().split()
    if not words or words[0] in _RELATIVE | _words("how what whether why"):
        return False
    return _has_verb(words, _AUXILIARIES)


def _has_verb(words: Sequence[str], verbs: frozenset[str]) -> bool:
    """Whether one of these verbs belongs to the words before it, and not to words that only tell a noun apart."""
    main = next((words[:place] for place, word in enumerate(words) if word in _RELATIVE), words)
    verb = next((place for place, word in enumerate(main) if place and word in verbs), 0)
    return (
        verb > 0
        and not any(
            word in DETERMINERS | _PRONOUNS and before not in DETERMINERS | _LINKS  # "the price we" will pay
            for before, word in pairwise(main[:verb])
        )
    )


def as_question(text: str, word: str) -> str:
    """What an answer says, as a verb takes it: "whether it is ripe" for "it is ripe, yes or no" or "Is it ripe"."""
    text = _ASKED.sub("", text)
    said = _YES_OR_NO.sub("", _THAT.sub("", text))
    first, _, rest = said.partition(" ")
    subject, _, rest = rest.partition(" ")
    if first.lower() in _ASKS and subject.lower() in _PRONOUNS and rest:
        return f"{word} {subject} {first.lower()} {rest}"
    return f"{word} {small(said)}" if _says(said) or _OR_NOT.match(said) else text


def _says(text: str) -> bool:
    """Whether a text tells what is so: "it is ripe", "they leave", "the customer leaves"."""
    words = text.lower().replace("’", "'").split()
    if len(words) < 2 or words[0] in _LINKS | _ASKS:
        return False
    if words[0].partition("'")[0] in _PRONOUNS:
        return words[1] not in _LINKS | {"all", "both"}
    subject = 2 if words[0] in DETERMINERS else 1
    return not _HAPPENS.isdisjoint(words[subject : subject + 1]) or _has_verb(words, _ASKS)


def is_clause(text: str) -> bool | None:
    """Whether a text has a subject and a verb ("the customer presses Send"); None where that cannot be told."""
    words = text.split()
    lower = [word.lower() for word in words]
    if len(words) < 2 or lower[0] in _LINKS:
        return False
    if len(words) > 2 and lower[-1] in PARTICLES:
        return True
    first_part = next((lower[:place] for place, word in enumerate(lower) if place and word in _LINKS), lower)
    if lower[0] in _PRONOUNS or any(word in _AUXILIARIES for word in first_part[1:]):
        return True
    if lower[0] not in DETERMINERS and (told := _bare_clause(words)) is not False:
        return told
    for place in range(2, len(words)):
        if lower[place - 1] in _LINKS or lower[0] not in DETERMINERS:
            return False
        if lower[place].endswith("s") and not lower[place].endswith(_SINGULAR_S) and "’" not in words[place]:
            after = words[place + 1] if place + 1 < len(words) else ""
            named = after[:1].isupper() or after[:1].isdigit()
            return True if named or after.lower() in DETERMINERS | _LINKS | PARTICLES else None
    return False


def _bare_clause(words: Sequence[str]) -> bool | None:
    """Of words without an article in front: "user types a query" is a clause; "customers arrive" cannot be told."""
    first, second, *rest = (word.lower() for word in words)
    if _ends_in_s(second) and not _ends_in_s(first) and rest and rest[0] in DETERMINERS:
        return True
    return None if len(words) == 2 and is_plural(first) else False


def _ends_in_s(word: str) -> bool:
    return word.endswith("s") and not word.endswith(_SINGULAR_S)


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def head_noun(noun: str) -> str:
    """The last word, in small letters, before "of", "in", "with", ...; empty if the text begins with such a word."""
    words = _HEAD_ENDS.split(f" {noun}", maxsplit=1)[0].lower().split()
    return words[-1] if words else ""


def is_plural(noun: str) -> bool:
    """Whether an English noun phrase looks plural, judged by its head noun."""
    last = head_noun(noun)
    return last in _PLURALS or (len(last) > 3 and _ends_in_s(last) and not last.endswith("series"))
