"""How people write how long something takes: "working days", "days from the first letter", "heures d'attente".

English says what kind of thing something is in the singular, "day tickets", "second opinions": a time in the plural is
what is counted, one in the singular only if nothing but a preposition follows.
"""

from __future__ import annotations

import re

_MANY = "seconds|minutes|hours|days|weeks|months|years|secondes|heures|jours|semaines|mois|ans|années"
_SHORT = "secs?|mins?|hrs?|h"
_ONE = "second|minute|hour|day|week|month|year|seconde|heure|jour|semaine|an|année"
_KIND = "working|business|calendar|full|whole|average|mean|median|waiting"
"""Words before a time with which it stays one: "sick days" are days that are counted like cases."""
_AFTER = "after|at|before|between|for|from|in|of|on|per|to|until|à|après|avant|avec|de|en|entre|par|pour"
_TIME = re.compile(
    rf"(?:(?:{_KIND})\s+)?"
    rf"(?:(?:{_MANY}|{_SHORT})(?![\w-])|(?:{_ONE})(?:\W*$|\s*[,;:(/]|\s+(?:(?:{_AFTER})\b|d['’])))",
    re.IGNORECASE,
)


def is_time(text: str) -> bool:
    """Whether a text, which stands after a number or names one, begins with a time."""
    return bool(_TIME.match(text))
