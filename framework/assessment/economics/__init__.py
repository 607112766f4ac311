"""The arithmetic of decisions: from counts and money to break-even, payback and the quality a model needs.

Pure: numbers in, numbers out; no files, no rules, no texts beyond the sentences about nonsense numbers. Callers use
`economics`; the formulas are in `value`, `roc` and `payback`, ranges and the tornado in `ranges`.
"""

from framework.assessment.economics.problems import Problem
from framework.assessment.economics.quantities import DEFAULTS, ROLES, Quantities
from framework.assessment.economics.result import Economics, economics

__all__ = ["DEFAULTS", "ROLES", "Economics", "Problem", "Quantities", "economics"]
