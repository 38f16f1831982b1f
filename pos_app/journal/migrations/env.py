"""Alembic's way in: run the migrations inside the transaction that `upgrade` has opened."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None)
context.run_migrations()
