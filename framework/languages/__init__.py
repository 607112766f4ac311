"""The words of the interface in other languages. What the rules say is translated beside the rules."""
