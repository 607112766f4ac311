"""Immutable data models: what a rule base holds, what a person answers, what an assessment contains.

What belongs to the data itself is here too: which answers and numbers are valid, what can be looked up, where each text
stands. No files, no reasoning and no arithmetic. Higher layers import from here; this package imports only `errors`.
"""
