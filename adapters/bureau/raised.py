"""What a port may raise, as it is said on the line: by a name, and what it carries."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from domain.certificates.book import AlreadyOpened
from domain.lives.events import Impossible
from domain.ports import PostingRefused, Unreachable
from domain.refunds import book as refunds
from domain.repayments import repayment as repayments
from domain.terminal.copies import Forked


class TooOften(Unreachable):
    """Too many were looked up in vain at this terminal: the next has to wait."""


class Raised(BaseModel):
    """The body of an answer that is none: `raised` is a name of `KINDS`, `carries` what its exception is made of."""

    model_config = ConfigDict(extra="forbid", strict=True)
    raised: str
    carries: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """`kept` are the attributes that such an exception is made of; none: it is made of nothing but its class."""

    made: type[Exception]
    kept: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "PostingRefused": Kind(PostingRefused),
    "AlreadyOpened": Kind(AlreadyOpened),
    "AlreadyApplied": Kind(refunds.AlreadyApplied, ("number",)),
    "TooMuch": Kind(refunds.TooMuch, ("left",)),
    "OnItsWay": Kind(refunds.OnItsWay),
    "RefundOvertaken": Kind(refunds.Overtaken),
    "RepaymentOvertaken": Kind(repayments.Overtaken),
    "Impossible": Kind(Impossible),
    "Forked": Kind(Forked),
    "NotThere": Kind(KeyError),
    "TooOften": Kind(TooOften),
    "Unreachable": Kind(Unreachable),
}
"""More special ones first. `Unreachable` is of somebody behind the bureau: the bank, the sender of SMS."""


def said(error: Exception) -> Raised | None:
    """As it goes over the line; None for what no port is meant to raise."""
    for name, kind in KINDS.items():
        if isinstance(error, kind.made) or (kind.made is KeyError and isinstance(error, LookupError)):
            return Raised(raised=name, carries=tuple(getattr(error, one) for one in kind.kept))
    return None


def heard(body: bytes) -> Exception:
    """What was raised at the other end. Raises ValueError where that is nothing that is known here."""
    told = Raised.model_validate_json(body)
    kind = KINDS.get(told.raised)
    if kind is None or len(told.carries) != len(kind.kept):
        raise ValueError("raised, and not known here")
    return kind.made(*told.carries)
