"""Who may ask what: a terminal about those who were introduced to it, and of money that is its own."""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from adapters.bureau.wire import Call
from bureau.offices import Bureau
from domain.people.person import Person
from domain.refunds.events import Withdrawn
from domain.terminal.copies import Entry

PEOPLE = frozenset({"person", "payer"})
"""How people are named in arguments and answers."""
OWN = frozenset({"copies", "claims"})
"""Ports that know of nobody but the terminal itself: what is claimed is judged by whose bills they are."""
BY_STAFF = frozenset({("refunds", "open"), ("refunds", "paid_to_bank"), ("refunds", "history"), ("tax", "masked")})
"""What a visitor has no use for."""


@dataclass(frozen=True, slots=True)
class Denied(Exception):
    """It may not be asked for there. `why` is said to the terminal: nothing about people."""

    why: str


@dataclass(frozen=True, slots=True)
class Guard:
    """Raises Denied."""

    bureau: Bureau

    def before(self, terminal: str, call: Call, asked: dict[str, Any]) -> None:
        """Whether a call may be made."""
        if call.port == "copies":
            return
        if (call.port, call.method) in BY_STAFF or call.port == "repayments":
            self._staff(terminal)
            return
        if call.port == "refunds" and call.method in {"move", "send_back", "never_sent"}:
            if not isinstance(asked.get("event"), Withdrawn):
                self._staff(terminal, asked["who"])
                return
        if call.port == "tax" and call.method in {"post", "posted_by_hand"}:
            self._posts(terminal, asked)
            return
        self._introduced(terminal, people(asked))

    def after(self, terminal: str, call: Call, answer: Any) -> None:
        """Whether what was found may be told: what is asked for by number alone may be anybody's."""
        if call.method not in {"find_person", "account_of"} and call.port not in {"copies", "claims"}:
            if not self._on_duty(terminal):
                self._introduced(terminal, people(answer))

    def _introduced(self, terminal: str, who: frozenset[int]) -> None:
        if not self.bureau.introductions.known(terminal, who, self.bureau.clock()):
            raise Denied("somebody it is about was not looked up at this terminal, or too long ago")

    def _posts(self, terminal: str, asked: dict[str, Any]) -> None:
        keys = frozenset(bill.key for bill in asked["bills"])
        if not self.bureau.claims.holds(terminal, asked["number"], keys):
            raise Denied("no order of this terminal with this number has claimed these bills")

    def _staff(self, terminal: str, who: str | None = None) -> None:
        """`who` may be two, as `domain.terminal.duty` joins them."""
        on_duty = self._on_duty(terminal)
        if not on_duty or (who is not None and not set(who.split("+")) <= on_duty):
            raise Denied("no such member of staff is on duty at this terminal")

    def _on_duty(self, terminal: str) -> frozenset[str]:
        return self.bureau.duties.at(terminal, self.bureau.clock())


def people(value: Any) -> frozenset[int]:
    """All whom arguments or an answer are about, however deep."""
    match value:
        case Person(id=number):
            return frozenset({number})
        case Entry() | str() | bytes() | int() | None:
            return frozenset()
        case dict():
            named = frozenset(one for name, one in value.items() if name in PEOPLE and isinstance(one, int))
            return named.union(*map(people, value.values()))
        case tuple() | frozenset():
            return frozenset().union(*map(people, value))
    if is_dataclass(value):
        return people({one.name: getattr(value, one.name) for one in fields(value)})
    return frozenset()
