"""What can happen to a repayment. `domain.repayments.life` says when, and what it is then."""

from dataclasses import dataclass
from datetime import datetime

from domain.lives.events import Event


class RepaymentEvent(Event):
    """Its fields are fields of `Repayment`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Fixed(RepaymentEvent):
    """Its number and its time are written down: by these the network will know it. It has not heard of it."""

    word = "fix"


@dataclass(frozen=True, slots=True)
class UnderWay(RepaymentEvent):
    """The network has it, and it is not done."""

    word = "under_way"


@dataclass(frozen=True, slots=True)
class Abnormal(RepaymentEvent):
    """The network could not hand it over and keeps it. `reference` is the network's own number."""

    word = "abnormal"
    reference: str


@dataclass(frozen=True, slots=True)
class Rerouted(RepaymentEvent):
    """The network is about to be asked to send it on to a bank account."""

    word = "reroute"


@dataclass(frozen=True, slots=True)
class Done(RepaymentEvent):
    """The network says that the payer has it."""

    word = "done"


@dataclass(frozen=True, slots=True)
class Short(RepaymentEvent):
    """The network has taken nothing: the merchant's account holds too little. `why` is its word."""

    word = "short"
    why: str


@dataclass(frozen=True, slots=True)
class Refused(RepaymentEvent):
    """The network does not take it, and has never had it. `why` is its word."""

    word = "refuse"
    why: str


@dataclass(frozen=True, slots=True)
class Closed(RepaymentEvent):
    """The network has given it up: asking again helps under another number only."""

    word = "close"


@dataclass(frozen=True, slots=True)
class Failed(RepaymentEvent):
    """Asked what has become of it, the network says that it failed for good. `why` is its word."""

    word = "fail"
    why: str


@dataclass(frozen=True, slots=True)
class Again(RepaymentEvent):
    """The same number is about to be asked for again, from a new time on."""

    word = "again"
    at: datetime


@dataclass(frozen=True, slots=True)
class SentBack(RepaymentEvent):
    """Two of the staff: by the merchant's platform the payer has it. `reference` is its number there (退款单号)."""

    word = "send_back"
    reference: str


@dataclass(frozen=True, slots=True)
class Stopped(RepaymentEvent):
    """Staff: it is asked for no more. From now on its network's bills can tell that it was never there."""

    word = "stop"


@dataclass(frozen=True, slots=True)
class NeverSent(RepaymentEvent):
    """Two of the staff: no bill of the days on which it was asked for has it. Its number is not used again."""

    word = "never_send"


@dataclass(frozen=True, slots=True)
class Left(RepaymentEvent):
    """Nobody goes on with it: another number takes over, or people do."""

    word = "leave"
