"""The brief in all its forms, on the tiny rule base."""
