"""Immutable data models: what a rule base holds, what a person answers, what an assessment contains.

No logic beyond lookups, and no file access. Higher layers import from here; this package imports only `errors`.
"""
