"""The arithmetic of decisions: from counts and money to break-even, payback and the quality a model needs.

Pure: numbers in, numbers out; no files, no rules, no texts beyond the sentences about impossible numbers. Callers use
`calculate` or, for a sheet, `economics_of`. The formulas are in `value`, `roc` and `payback`, spreads in `ranges`.
"""

from framework.economics.calculate import calculate, economics_of
from framework.economics.roles import ROLES, SHARES, WORDS

__all__ = ["ROLES", "SHARES", "WORDS", "calculate", "economics_of"]
