"""Reading rules: what is read, and what every mistake says."""
