"""One module a change of the database: `NNNN_what.py` with `apply(connection)`. Never edited once it was released.

A migration is found by its name, applied in the order of names, and recorded together with its effect. It writes
its own tables down and imports nothing of ours: what it did must not change when the code does.
"""
