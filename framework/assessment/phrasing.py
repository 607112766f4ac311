"""What kind of phrase a person typed, guessed from its first words, so that a sentence can be built around it.

Only the choice between phrasings that are all readable depends on these guesses. English only; anything else is taken
as a noun.
"""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"^(an?|the|each|every|one)\s+", re.IGNORECASE)
_SINGULAR_S = ("ss", "us", "is", "news", "lens", "bus")
_HEAD_ENDS = re.compile(r"\s+(?:of|in|with|from|at|on|for|to|per|by|over|under|after|before|between|that|who|which)\s+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DETERMINERS = _words("a an the this that these those each every all any no our my your their his her its one")
_PRONOUNS = _words("i we you he she it they there somebody someone everybody everyone nobody anybody")
_AUXILIARIES = _words(
    "is are was were am has have had will would can could may might must should does do did gets get "
    "comes come goes arrives becomes starts begins ends"
)
_LINKS = _words(
    "if when whether how what which who whom why where while as because and or but not then so with "
    "without in at on by for from of to before after until during via per"
)
_SMALL = _DETERMINERS | _PRONOUNS | _LINKS
"""Words that start with a capital only because somebody began a line with them."""

_ASKS = _words("is are was were am has have had will would can could may might must should does do did")
_SHORT_ING = _words("bring sing ring swing string sting fling cling spring")


_TIME_CLAUSES = _words("when whenever before after while until once as")
_PARTICLES = frozenset({"in", "out", "off", "on", "up", "down", "back"})


def each_or_one(noun: str, form: str) -> str:
    """`each`: "each customer", "each of the customers"; `one`: likewise."""
    bare = _ARTICLE.sub("", noun)
    return f"{form} of the {bare}" if _is_plural(bare) else f"{form} {bare}"


def small(text: str) -> str:
    """The text as it stands inside a sentence: a first word such as "The" or "Whether" loses its capital."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in _SMALL and first != "I" and not _shouted(first) else text


def able_to(text: str) -> str:
    """What somebody can do: "can call them", "calls them", or "can act (a call)" for what begins with no verb."""
    first, _, rest = text.partition(" ")
    if _is_third_person(first):
        return first[:1].lower() + text[1:]
    if not _is_plain_verb(first.lower().rstrip(",")):
        return f"can act ({text})"
    verb = first if _shouted(first) else first[:1].lower() + first[1:]
    return f"can {verb} {rest}".rstrip()


def is_time_clause(text: str) -> bool:
    """Whether a moment begins with a word after which a sentence needs commas: "before the van is loaded"."""
    words = text.lower().split()
    return len(words) > 3 and words[0] in _TIME_CLAUSES


def quoted_question(text: str) -> str:
    """A question typed where a sentence needs a noun is quoted, as it stands."""
    words = text.lower().split()
    return f"“{text}”" if len(words) > 1 and words[0] in _ASKS else text


def is_clause(text: str) -> bool | None:
    """Whether a text has a subject and a verb ("the customer presses Send"); None where that cannot be told."""
    words = text.split()
    lower = [word.lower() for word in words]
    if len(words) < 2 or lower[0] in _LINKS:
        return False
    if len(words) > 2 and lower[-1] in _PARTICLES:
        return True
    first_part = next((lower[:place] for place, word in enumerate(lower) if place and word in _LINKS), lower)
    if lower[0] in _PRONOUNS or any(word in _AUXILIARIES for word in first_part[1:]):
        return True
    for place in range(2, len(words)):
        if lower[place - 1] in _LINKS or lower[0] not in _DETERMINERS:
            return False
        if lower[place].endswith("s") and not lower[place].endswith(_SINGULAR_S) and "’" not in words[place]:
            after = words[place + 1] if place + 1 < len(words) else ""
            named = after[:1].isupper() or after[:1].isdigit()
            return True if named or after.lower() in _DETERMINERS | _LINKS | _PARTICLES else None
    return False


def _is_plain_verb(word: str) -> bool:
    if not (word.isascii() and word.replace("-", "").isalpha()) or word in (_SMALL | _AUXILIARIES) - {
        "do",
        "get",
        "have",
        "start",
        "end",
    }:
        return False
    if word.endswith("ing"):
        return word in _SHORT_ING
    if word.endswith("ed"):
        return len(word) <= 4 or word in {"proceed", "succeed", "exceed", "embed"}
    return not word.endswith("s") or word.endswith(("ss", "us"))


def _is_third_person(word: str) -> bool:
    small_one = word.lower()
    return (
        word.isascii()
        and word.isalpha()
        and len(word) > 3
        and small_one.endswith("s")
        and not small_one.endswith(("ss", "us"))
        and small_one not in _SMALL | _AUXILIARIES
        and not _shouted(word)
    )


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_plural(noun: str) -> bool:
    """Whether an English noun phrase looks plural, judged by the head: the last word before "of", "in", "with", ..."""
    head = _HEAD_ENDS.split(noun, maxsplit=1)[0]
    last = head.split()[-1].lower() if head.split() else ""
    return last in {"people", "children", "women", "men", "data"} or (
        len(last) > 3 and last.endswith("s") and not last.endswith(_SINGULAR_S) and not last.endswith("series")
    )
