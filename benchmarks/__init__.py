"""One script for each claim about speed. `make bench` prints them all, measured side by side in one run."""
