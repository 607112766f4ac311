"""From answers to an assessment: the one call that everybody uses, and the arithmetic beside it."""
