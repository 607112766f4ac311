"""The interface in French: English to French."""

from framework.languages.fr import brief, interview, pages

SEPARATORS = {",": "\u202f", ".": ",", " ": "\u202f"}
"""What stands between thousands, before decimals and before a % sign, by what English has there."""

FIRST_DAY = "1er"
"""The first day of a month in a date."""

TEXTS: dict[str, str] = {**brief.TEXTS, **interview.TEXTS, **pages.TEXTS}
