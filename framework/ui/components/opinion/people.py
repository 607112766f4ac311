"""Who stands side by side: the owner of an idea, and those who have handed in an opinion on it."""

from __future__ import annotations

from framework.model.sheet import Sheet
from framework.store import Work
from framework.store.opinions import Opinion
from framework.ui import resources
from framework.ui.speech import say, to_say

YOU, NAMELESS = to_say("You"), to_say("Without a name")


def everybody(idea: Work, host: str, you: str) -> list[tuple[str, Sheet]]:
    """Everybody by name with their sheet, the owner first. `you`: the key of whoever reads it."""
    found = [(say(YOU) if you == idea.key else host, idea.sheet)]
    for opinion in resources.store().opinions.on(idea.key):
        if opinion.sheet is not None:
            found.append((say(YOU) if you == opinion.key else shown(opinion), opinion.sheet))
    return found


def shown(opinion: Opinion) -> str:
    """The name that somebody chose, or that there is none."""
    return opinion.name or say(NAMELESS)
