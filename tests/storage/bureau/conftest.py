"""A real PostgreSQL."""

from tests.postgres import bureau, database

__all__ = ["bureau", "database"]
