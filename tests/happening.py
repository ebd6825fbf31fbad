"""Events as tests let them happen."""

from dataclasses import fields
from datetime import timedelta
from typing import Any, TypeVar

from domain.lives.events import Event
from domain.refunds.account import Account
from domain.refunds.application import Route
from tests.payment.hall import NOON

E = TypeVar("E", bound=Event)
LEARNT: dict[str, Any] = {
    "code": "weixin://1",
    "transaction": "42",
    "paid_at": NOON,
    "deadline": NOON + timedelta(minutes=5),
    "voucher": "52",
    "owed_at": NOON,
    "route": Route.NETWORK,
    "sent_at": NOON,
    "ended_at": NOON,
    "reason": "资料不全",
    "reference": "50000000382019052709732678859",
    "why": "NOT_ENOUGH",
    "account": Account("ICBC", "6222020200112233446", "张建国"),
    "at": NOON,
    "signed_at": NOON,
    "verified_at": NOON,
    "revoked_at": NOON,
    "proof": "50000408942018111907145868882",
}
"""What an event may teach, where a test does not mind."""


def some(kind: type[E], **told: Any) -> E:
    """An event of this kind, which teaches what is told, where it teaches such a thing."""
    known = LEARNT | told
    return kind(**{one.name: known[one.name] for one in fields(kind) if one.name != "detail"})
