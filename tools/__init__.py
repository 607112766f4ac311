"""What the Makefile runs to prepare a machine. Standard library only; the product imports nothing from here."""
