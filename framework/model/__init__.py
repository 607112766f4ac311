"""The frozen nouns of the product: what a rule base holds, what a person answers, what comes out.

No logic beyond look-ups and no files. Everything above imports from here; this package imports nothing of ours.
"""
