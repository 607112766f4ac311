"""Exercises to be solved by hand, with solutions. Pure: the numbers come from a seed, and the same gives the same.

Python knows kinds of exercises and calculations; which cases they are about and what they say is in the rules.
"""
