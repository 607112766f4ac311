"""The sections of a brief, one module for each group of them: functions from a `Context` to a section, or None.

Python holds headings and connecting words only; whatever is claimed comes from the rule base with its rule id.
"""
