"""What staff are about: refunds that others have applied for."""

from dataclasses import dataclass

from domain.terminal.duty import Duty
from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class OnDuty:
    """`application` is the number of the one that is looked at, `remark` what has been done."""

    duty: Duty
    application: str = ""
    remark: Text = NOTHING
