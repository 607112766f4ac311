"""Times are told in working days, holidays not counted."""

from __future__ import annotations

A_WEEK = 5

WEEKS = 52
"""Weeks of a year."""

A_YEAR = A_WEEK * WEEKS
