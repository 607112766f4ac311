"""What lessons let a reader play with: pure calculations, each a function of named parameters to a `Played`."""

from framework.lessons.play import play
from framework.lessons.played import Curve, Panel, Played, Rows, Table

__all__ = ["Curve", "Panel", "Played", "Rows", "Table", "play"]
