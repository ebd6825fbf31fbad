"""A terminal's word of itself to its bureau: how it is, in a few words without anybody's data."""

from pydantic import BaseModel, ConfigDict

from domain.desk.fleet import Health


class Word(BaseModel):
    """`word` says what staff should see to; empty if nothing. It `takes_money` or not."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    health: Health = Health.FINE
    word: str = ""
    takes_money: bool = True
