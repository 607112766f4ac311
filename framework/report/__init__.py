"""An assessment rendered for reading: one document, and a module for each form it takes."""
