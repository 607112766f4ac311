"""Renders an assessment: one document, and a module for each output format."""
