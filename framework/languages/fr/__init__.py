"""The interface in French: English to French."""

from framework.languages.fr import (
    around_brief,
    brief,
    classroom,
    comparing,
    files,
    headings,
    ideas,
    interview,
    library,
    money,
    numbers,
    opinions,
    pages,
    pictures,
    rule,
    store,
    students,
    votes,
)

SEPARATORS = {",": "\u202f", ".": ",", " ": "\u202f"}
"""What stands between thousands, before decimals and before a % sign, by what English has there."""

SINGULAR = frozenset({0, 1})
"""Numbers after which a noun stands in the singular."""

FIRST_DAY = "1er"
"""The first day of a month in a date."""

COMMON_WORDS = """
le la les l un une des du de d au aux à a ce c cet cette ces ça cela se s et ou mais ni ne n pas plus non si que qu
qui quoi dont où quand comment pourquoi quel quelle quels quelles en dans sur sous pour par avec sans vers chez
entre comme aussi très y est sont était étaient être été suis es sommes êtes sera seront ai as avons avez ont avait
avoir eu peut peuvent pouvoir doit doivent devoir fait faire faut va vont je j tu il elle on nous vous ils elles me
m te t lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos tout toute tous toutes chaque même autre
autres
"""
"""Words that stand in nearly every text."""

_PARTS = (
    pages,
    interview,
    brief,
    around_brief,
    files,
    headings,
    money,
    numbers,
    pictures,
    ideas,
    comparing,
    opinions,
    classroom,
    votes,
    students,
    library,
    rule,
    store,
)

TEXTS: dict[str, str] = {text: said for part in _PARTS for text, said in part.TEXTS.items()}
