"""Who may ask what: a terminal about those who were introduced to it, and of money that is its own."""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from adapters.bureau.ports import PORTS
from adapters.bureau.wire import Call
from bureau.offices import Bureau
from domain.payment.numbers import terminal_of
from domain.people.person import Person
from domain.refunds.desk import VISITOR
from domain.refunds.events import Withdrawn
from domain.terminal.copies import Entry

PEOPLE = frozenset({"person", "payer"})
"""How people are named in arguments and answers."""
OPEN = frozenset({"copies", "staff", "sms", "bills", "calls"})
"""Ports that tell of nobody."""
LOOKS = frozenset(f"/v1/{port.name}/{method}" for port in PORTS for method in port.looks)
"""What staff who are on duty may see of anybody."""
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
        if call.port in OPEN:
            return
        if (call.port, call.method) in BY_STAFF or (call.port == "repayments" and "who" not in asked):
            self._staff(terminal)
            return
        if "who" in asked:
            self._named(terminal, call, asked)
            return
        if call.port == "networks":
            self._own(terminal, asked)
            return
        if call.port == "tax" and call.method in {"post", "posted_by_hand"}:
            self._posts(terminal, asked)
            return
        if call.port == "claims" and terminal_of(asked.get("number", "")) not in {None, terminal}:
            raise Denied("the number of this order is another terminal's")
        about = people(asked)
        # What the janitor asks about money that it has taken, whenever the line is there again.
        if call.port == "tax" and call.method == "paid" and self.bureau.claims.claimed_for(terminal, about):
            return
        if call.path in LOOKS and self._on_duty(terminal):
            return
        self._introduced(terminal, about)

    def after(self, terminal: str, call: Call, answer: Any) -> None:
        """Whether what was found by a number alone may be told: it may be anybody's."""
        if call.port == "refunds" and call.method == "get" and not self._on_duty(terminal):
            self._introduced(terminal, people(answer))

    def _introduced(self, terminal: str, who: frozenset[int]) -> None:
        if not self.bureau.introductions.known(terminal, who, self.bureau.clock()):
            raise Denied("somebody it is about was not looked up at this terminal, or too long ago")

    def _named(self, terminal: str, call: Call, asked: dict[str, Any]) -> None:
        """A visitor applies and withdraws; all else is done by staff, in their own name."""
        if asked["who"] != VISITOR:
            self._staff(terminal, asked["who"])
        elif call.method == "submit" or isinstance(asked.get("event"), Withdrawn):
            self._introduced(terminal, people(asked))
        else:
            raise Denied("only staff do that")

    def _own(self, terminal: str, asked: dict[str, Any]) -> None:
        """An order is asked about by the terminal that has claimed its bills, and by nobody else.

        What is combined with it is closed with it: it is that terminal's as well.
        """
        order = asked.get("order")
        if order is None:
            return
        if not self.bureau.claims.holds(terminal, order.number, frozenset(bill.key for bill in order.bills)):
            raise Denied("no order of this terminal with this number has claimed these bills")
        together = order.combined.parts if order.combined else ()
        if {terminal_of(one.number) for one in (order.whole, *together)} - {None, terminal}:
            raise Denied("it is combined with what is another terminal's")

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
        """Those of the staff who are."""
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
