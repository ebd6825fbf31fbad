"""Why the store cannot be used."""

from domain.ports import ForStaff


class StoreError(ForStaff):
    """The store cannot be used, or failed in use. What was acknowledged before is still there."""
