"""The sections of a brief, grouped into modules: functions from a `Context` to a section or None.

Python contains only headings and connecting words; every claim comes from the rule base with its rule id.
"""
