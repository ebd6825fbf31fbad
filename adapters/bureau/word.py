"""A terminal's word of itself to its bureau: how it is, in a few words without anybody's data."""

from pydantic import AwareDatetime, BaseModel, ConfigDict

from domain.desk.fleet import Health

MOST = 12
"""So many devices are told of, the worst first."""


class Amiss(BaseModel):
    """A device that is not well: its key for programs, name and `word` in Chinese, `state` in the words of `State`."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    key: str
    name: str
    state: str
    word: str
    since: AwareDatetime


class Word(BaseModel):
    """`word` says what staff should see to first; empty if nothing. It `takes_money` or not.

    `can` says yes, doubt or no of money, slips and certificates. An older terminal says nothing of these.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)
    health: Health = Health.FINE
    word: str = ""
    takes_money: bool = True
    can: dict[str, str] = {}
    amiss: tuple[Amiss, ...] = ()
