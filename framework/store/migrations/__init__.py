"""One module per schema change: `NNNN_what.py` with `apply(connection)`. Never edited once released.

Migrations are found by name, applied in name order, and recorded in the same transaction. Each defines its own tables
and imports nothing from this project: its effect must not change when the code does.
"""
