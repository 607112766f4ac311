"""The command `should-i-use-ml`: one module for each command. Prints; knows no rules and no arithmetic of its own."""
