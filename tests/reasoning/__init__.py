"""Reasoning: the diagram, explanations and proofs against brute force."""
