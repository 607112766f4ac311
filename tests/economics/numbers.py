"""Numbers by role that give every figure of the arithmetic."""

from __future__ import annotations

NUMBERS: dict[str, float] = {
    "volume": 20_000,
    "base_rate": 0.08,
    "value": 300,
    "success_rate": 0.4,
    "cost_action": 5,
    "harm": 2,
    "adoption": 0.8,
    "one_off": 40_000,
    "running": 15_000,
    "recall": 0.6,
    "precision": 0.35,
}
