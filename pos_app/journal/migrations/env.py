"""Alembic's way in: run the migrations inside the transaction in which the journal is opened."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None)
context.run_migrations()
