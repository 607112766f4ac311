"""What the shipped rules say: examples, cases, mutations."""
