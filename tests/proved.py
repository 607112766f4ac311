"""The proofs about the shipped rules, made once in a process: they take seconds."""

from __future__ import annotations

from functools import cache

from framework import load_rules
from framework.reasoning.findings import Report
from framework.reasoning.proofs import Prover


@cache
def prover() -> Prover:
    return Prover(load_rules())


@cache
def report() -> Report:
    return prover().report()
