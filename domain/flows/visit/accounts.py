"""Bank accounts that are reported, and agreements that are signed over them."""

from dataclasses import dataclass
from enum import StrEnum

from domain.people.person import Person
from domain.words import NOTHING, Text


class Success(StrEnum):
    """What may be thought of what has been done."""

    GOOD = "good"
    OPEN = "open"
    """somebody else has still to answer"""
    BAD = "bad"
    """nothing has come of it"""


@dataclass(frozen=True, slots=True)
class Reporting:
    """`account` is the one that is being changed (0: a new one), `remark` what has been done."""

    visitor: Person
    account: int = 0
    remark: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Agreeing:
    """`authority` is the county of the authority chosen, `account` the reported one that the form is filled in with.

    `account` is empty where another is typed; `remark` is what has been done, `success` how that is.
    """

    visitor: Person
    authority: str = ""
    account: str = ""
    remark: Text = NOTHING
    success: Success = Success.GOOD
