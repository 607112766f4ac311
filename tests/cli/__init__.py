"""Every command, run as a person runs it, on the tiny rule base."""
