"""Cost-benefit calculation: from counts and money to break-even, payback and the quality a model needs.

Pure functions of numbers: no files, no rules, no texts except messages about impossible numbers. Callers use
`calculate` or, for a sheet, `economics_of`. The formulas are in `value`, `roc` and `payback`, spreads in `ranges`.
"""

from framework.economics.calculate import calculate, economics_of
from framework.economics.roles import ROLES, SHARES, WORDS

__all__ = ["ROLES", "SHARES", "WORDS", "calculate", "economics_of"]
