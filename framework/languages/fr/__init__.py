"""The interface in French: English to French."""

from framework.languages.fr import brief, classroom, ideas, interview, library, pages, rule, store, students, together

SEPARATORS = {",": "\u202f", ".": ",", " ": "\u202f"}
"""What stands between thousands, before decimals and before a % sign, by what English has there."""

SINGULAR = frozenset({0, 1})
"""Numbers after which a noun stands in the singular."""

FIRST_DAY = "1er"
"""The first day of a month in a date."""

TEXTS: dict[str, str] = {
    text: said
    for part in (pages, interview, brief, ideas, together, classroom, students, library, rule, store)
    for text, said in part.TEXTS.items()
}
