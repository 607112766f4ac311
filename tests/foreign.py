"""Words of the shipped rule base's subject, which nobody needs to speak about bicycles (`tests/tiny_rules`)."""

from __future__ import annotations

import re

FOREIGN = re.compile(
    r"machine.learning|\bml\b|\bai\b|\bmodels?\b|\blabel(?:s|led|ling)?\b|\btraining (?:data|set)|\bdata ?sets?\b|"
    r"\bclassif|\bregression\b|\bneural\b|\bpredict|\bpretrained\b|\bheuristic|\blearn(?:ed|t) from\b",
    re.IGNORECASE,
)


FIXED = re.compile(r"should-i-use-ml|\w+/[\w\\/]+")
"""The name of the command, and the paths of rules: parts of the format, whatever the rules are about."""


def foreign(text: str) -> list[str]:
    """Every such word in a text, with what stands around it."""
    text = FIXED.sub("", text)
    return sorted({text[max(0, hit.start() - 60) : hit.end() + 60] for hit in FOREIGN.finditer(text)})
