"""From answers to an assessment."""
