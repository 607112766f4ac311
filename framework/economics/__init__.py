"""Cost-benefit calculation: from counts and money to break-even and the quality a model needs.

Pure functions of numbers: no files. The only texts are messages about impossible numbers (`issues` and formulas), and
numbers as people read them (`writing`). `worth_of` is what a task is worth under its value model, whose formula is a
module of `formulas`.
"""

from framework.economics.given import known_facts, numbers_by_role
from framework.economics.worth import worth_of

__all__ = ["known_facts", "numbers_by_role", "worth_of"]
