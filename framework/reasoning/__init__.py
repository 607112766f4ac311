"""Pure reasoning over a rule base: no files, no clock, no randomness. Same input, same output."""
