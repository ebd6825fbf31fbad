"""What every table of settings is."""

from pydantic import BaseModel, ConfigDict


class Table(BaseModel):
    """Takes no key that it does not know."""

    model_config = ConfigDict(extra="forbid")


class Merchant(Table):
    """What has to be said of a contract with a payment network. Each network has one of its own."""
