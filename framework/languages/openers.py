"""Common English words with which people begin a line: inside a sentence they lose the capital of its beginning.

A list, because nothing else tells "Share of late parcels" from "Google rating" or "Anna from sales".
"""

from __future__ import annotations

_LISTED = """
about above account additional address afternoon age all almost amount another answer app application
appointment area around article at automatic autumn average beginning below booking box building business buyer
call car card case cash category chance change class clerk client color colour complaint content contract cost
count course currently customer daily data date day deadline decision defect delay delivery demand department
description device difference doctor document dose driver duration early email employee end energy engineer
error evening every everything exactly existing expected expert extra failure fewer field figure file first five
fraction full good grade green group guess half high history hour how image income incoming input inspection
inspector inventory invoice item its job keyword kind label last late length less letter level likelihood list
location loss low lower machine mail manager manual many maximum mean median message middle minimum minute
missed missing model moment money month monthly more morning most name never new next night nothing now number
old one open operator order output overall owner page parcel parent part past patient payment people percent
percentage person phone photo photograph picture piece plant population pressure previous price probability
process product production profit program project proportion purchase quality quantity quarter question random
rate rating reading real real-time record recorded report request response result return revenue right risk room
rule sale same sample satisfaction score season second seller sensor service share shift shop sign size software
sound source spring staff start stock store student successful sum summer supplier support system taste teacher
team technician temperature term test text these thing ticket time today tomorrow total traffic type unplanned
urgent usage user usual value vehicle very video visit visitor volume waiting warehouse waste way weather week
weekday weekly weight what which winter worker year yearly yes yesterday zero
"""
_OPENERS = frozenset(_LISTED.split())


def is_opener(word: str) -> bool:
    """Whether a word, in the singular or plural or with "'s", is one of them."""
    small = word.lower().rstrip(",:;").removesuffix("'s").removesuffix("’s")
    return bool({small, small.removesuffix("s"), small.removesuffix("es")} & _OPENERS)
