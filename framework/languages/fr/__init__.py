"""The interface in French: English to French."""

from framework.languages.fr import brief, interview, pages

TEXTS: dict[str, str] = {**brief.TEXTS, **interview.TEXTS, **pages.TEXTS}
