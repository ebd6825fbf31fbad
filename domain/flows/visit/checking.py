"""A paper that somebody wants to know about."""

from dataclasses import dataclass

from domain.flows.visit.accounts import Success
from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Checking:
    """`number` is that of the certificate that was found; `remark` says how it is with it, `success` what to think."""

    number: str = ""
    remark: Text = NOTHING
    success: Success = Success.GOOD
