"""What Alembic runs for each command: the revisions in `versions/`, on the connection that the caller has open.

A revision is never edited once released. It defines its own tables and imports nothing from this project: its effect
must not change when the code does. There is no way back, so there is no `downgrade`.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
