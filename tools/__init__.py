"""Scripts for the Makefile. Standard library only; the product imports nothing from here."""
