"""What kind of moment a person typed: a clause, a day with its preposition, or so long before another moment."""

from __future__ import annotations

import re

from framework.assessment.phrasing import small

_TIME_CLAUSES = frozenset({"when", "whenever", "before", "after", "while", "until", "once", "as"})
_EACH_TIME = re.compile(r"(?:each|every|any|the first|the next|the last) time ", re.IGNORECASE)
_LENGTH = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|some|several|(?:a )?few) "
    r"(?:(?:working|business|calendar|full) )?"
    r"(?:second|minute|hour|day|night|week|month|quarter|term|year)s?"
)
_TIME_APART = re.compile(rf"{_LENGTH} (?:before|after|earlier|later|ago|ahead)\b", re.IGNORECASE)
_LENGTH_OF_TIME = re.compile(_LENGTH, re.IGNORECASE)
_ON_IN_AT = {
    "on": "day date weekday morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday",
    "in": "week month quarter season year hour minute",
    "at": "moment time",
}
_PREPOSITION = {noun: word for word, nouns in _ON_IN_AT.items() for noun in nouns.split()}
_NAMED_TIME = re.compile(
    rf"((?:the|that) )?(?:(?:very|same|first|last|next) )*({'|'.join(_PREPOSITION)})"
    r"(?: (?:of|that|when|on|in|at|it|they|we|you|he|she|i|somebody|someone|"
    r"the|an?|my|our|your|his|her|its|their|each|every)"
    r"\b.*)?",
    re.IGNORECASE,
)
"""A time with what tells it apart; "the evening before" and "time slot" are none."""
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_BARE = {
    "on": rf"{_WEEKDAY}(?:(?:, | and | or ){_WEEKDAY})*(?: (?:morning|afternoon|evening|night)s?)?(?: at .+)?|"
    rf"\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?|(?:working |business |week)days",
    "in": rf"(?:(?:early|mid|late) )?(?:{_MONTH}|spring|summer|autumn|winter|q[1-4])(?: \d{{4}})?|advance|real[- ]time",
}
_BARE_TIMES = {word: re.compile(times, re.IGNORECASE) for word, times in _BARE.items()}
"""Times that have no article, by their preposition: "on Monday", "in June", "in real time"."""


def is_time_clause(text: str) -> bool:
    """Whether a moment begins with a word after which a sentence needs commas: "before the van is loaded"."""
    words = text.lower().split()
    return len(words) > 3 and (words[0] in _TIME_CLAUSES or _EACH_TIME.match(text) is not None)


def is_time_apart(text: str) -> bool:
    """Whether a moment says how far from another it is, and so takes no "at": "2 days before"."""
    return _TIME_APART.match(text) is not None


def is_length_of_time(text: str) -> bool:
    """Whether a text is nothing but a length of time, by the end of which something is due: "6 months"."""
    return _LENGTH_OF_TIME.fullmatch(text) is not None


def on_the_day(text: str) -> str | None:
    """A moment with the preposition of its day, month or hour: "on the day it is sent", "on Monday"; else None.

    A day of the week stays the one that was typed: whether "Monday" is every Monday is not told.
    """
    if preposition := next((word for word, times in _BARE_TIMES.items() if times.fullmatch(text)), None):
        return f"{preposition} {small(text)}"
    named = _NAMED_TIME.fullmatch(text)
    if named is None or text.lower() == named[2].lower():
        return None
    article = "the " if named[1] is None else ""
    return f"{_PREPOSITION[named[2].lower()]} {article}{small(text)}"
