"""What stands behind the calls of a terminal: the store's own ports, and what a bureau does besides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from adapters.bureau.networks import About, Rows
from adapters.bureau.raised import TooOften
from adapters.pins import NOBODY, is_pin
from bureau.greetings import Greetings
from domain.agreements.agreement import Agreement
from domain.agreements.events import BankWord, Confirmed
from domain.agreements.events import Refused as RefusedByBank
from domain.agreements.signing import BankVerification
from domain.certificates.book import PrintEnd
from domain.certificates.certificate import Certificate
from domain.flows.catalogue import SCREENS
from domain.identity import DocumentKind
from domain.payment.claims import Held
from domain.payment.network import (
    PaymentNetwork,
    Refund,
    RefundAnswer,
    Refused,
    Reroutes,
)
from domain.payment.numbers import terminal_of
from domain.payment.order import Network, Order
from domain.people.person import Bill as Owed
from domain.people.person import Person
from domain.ports import SmsCodes, Unreachable
from domain.reconciliation.bill import Absent, Bill, BillSource, Broken, Empty, NotReady, Silent
from domain.refunds.account import Account
from domain.runtime import Clock
from domain.terminal.copies import Entry, Wish
from domain.terminal.staff import Answer, Verdict
from storage.bureau.calls import StoredCalls
from storage.bureau.claims import StoredClaims
from storage.bureau.copied import CopiedOrders
from storage.bureau.copies import StoredCopies
from storage.bureau.desk_tries import StoredTries
from storage.bureau.duties import Duties
from storage.bureau.introductions import Introductions
from storage.bureau.requests import StoredRequests
from storage.bureau.sessions import BureauSessions
from storage.bureau.terminals import StoredTerminals
from storage.bureau.wishes import StoredWishes
from storage.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bureau:
    """All that the service stands on. `networks` are those whose merchants' keys are here."""

    store: Store
    terminals: StoredTerminals
    claims: StoredClaims
    copies: StoredCopies
    wishes: StoredWishes
    introductions: Introductions
    requests: StoredRequests
    duties: Duties
    calls: StoredCalls
    tries: StoredTries
    codes: SmsCodes
    bank: BankVerification
    networks: Mapping[Network, PaymentNetwork]
    clock: Clock
    greetings: Greetings = field(default_factory=Greetings)

    @property
    def sessions(self) -> BureauSessions:
        return self.requests.sessions

    @property
    def orders(self) -> CopiedOrders:
        """The terminals' orders."""
        return CopiedOrders(self.sessions, self.store.sealer, self.copies, self.wishes)

    @classmethod
    def on(
        cls,
        store: Store,
        codes: SmsCodes,
        bank: BankVerification,
        networks: Mapping[Network, PaymentNetwork],
        clock: Clock,
        token: Callable[[int], bytes],
    ) -> "Bureau":
        """Over a store that is open."""
        sessions, sealer = store.sessions, store.sealer
        if not isinstance(sessions, BureauSessions):
            raise TypeError("a bureau stands on a server: many write to it at once")
        return cls(
            store,
            StoredTerminals(sessions, sealer, token),
            StoredClaims(sessions),
            StoredCopies(sessions, sealer),
            StoredWishes(sessions, sealer),
            Introductions(sessions),
            StoredRequests(sessions, sealer),
            Duties(sessions),
            StoredCalls(sessions),
            StoredTries(sessions, sealer),
            codes,
            bank,
            networks,
            clock,
        )


@dataclass(frozen=True, slots=True)
class Offices:
    """A bureau, as one terminal may use it."""

    bureau: Bureau
    terminal: str

    def does(self, port: str, method: str) -> Callable[..., Any]:
        """What answers a call that is in the table (`adapters.bureau.ports`)."""
        own = getattr(self, f"{port}_{method}", None)
        if own is not None:
            return own  # type: ignore[no-any-return]
        if port == "networks":
            return lambda network, **asked: getattr(self._network(network), method)(**asked)
        store = self.bureau.store
        ports = {
            "tax": store.tax,
            "certificates": store.certificates,
            "accounts": store.accounts,
            "agreements": store.agreements,
            "refunds": store.refunds,
            "repayments": store.repayments,
            "orders": store.orders,
            "sms": self.bureau.codes,
            "bank": self.bureau.bank,
        }
        return getattr(ports[port], method)  # type: ignore[no-any-return]

    def tax_find_person(self, kind: DocumentKind, number: str, name: str) -> Person | None:
        """As `TaxSystem` says; who is found may be asked about here. Raises TooOften."""
        return self._introduced(lambda: self.bureau.store.tax.find_person(kind, number, name), _of)

    def tax_account_of(self, phone: str) -> Person | None:
        """The same by phone, of which its holder gives a code as well."""
        return self._introduced(lambda: self.bureau.store.tax.account_of(phone), _of)

    def _introduced(self, look: Callable[[], T | None], who: Callable[[T], int]) -> T | None:
        """What is looked up by what only its holder knows; who it is about may be asked about here from then on."""
        known, now = self.bureau.introductions, self.bureau.clock()
        if known.tried_too_often(self.terminal, now):
            raise TooOften
        found = look()
        if found is None:
            known.in_vain(self.terminal, now)
        else:
            known.introduce(self.terminal, who(found), now)
        return found

    def orders_get(self, number: str) -> Order:
        """A copy of an order, if its payer was introduced here; of all others nothing is told. Raises KeyError."""
        order = self.bureau.store.orders.get(number)
        if not self._may_see(order.payer):
            raise KeyError(number)
        return order

    def certificates_find(self, number: str) -> Certificate | None:
        """The same of a certificate."""
        found = self.bureau.store.certificates.find(number)
        return found if found and self._may_see(found.person) else None

    def _may_see(self, person: int) -> bool:
        """Whether they were introduced here, or staff are on duty here."""
        now = self.bureau.clock()
        known = self.bureau.introductions.known(self.terminal, frozenset({person}), now)
        return known or bool(self.bureau.duties.at(self.terminal, now))

    def certificates_checked(self, number: str, code: str) -> Certificate | None:
        """Whoever holds the paper may see whether it is true. Raises TooOften, as looking people up does."""
        return self._introduced(
            lambda: self.bureau.store.certificates.checked(number, code), lambda found: found.person
        )

    def certificates_begin_print(self, number: str, at: datetime) -> int:
        self._insist_on_certificate(number)
        return self.bureau.store.certificates.begin_print(number, at)

    def certificates_forget_print(self, number: str, attempt: int) -> None:
        self._insist_on_certificate(number)
        self.bureau.store.certificates.forget_print(number, attempt)

    def certificates_end_print(self, number: str, attempt: int, end: PrintEnd, at: datetime) -> None:
        self._insist_on_certificate(number)
        self.bureau.store.certificates.end_print(number, attempt, end, at)

    def _insist_on_certificate(self, number: str) -> None:
        """Whose paper it is was introduced here. Raises KeyError."""
        if self.certificates_find(number) is None:
            raise KeyError(number)

    def agreements_verify(self, number: str, word: BankWord) -> Agreement:
        """What the bank says to the bureau itself counts, whatever the terminal has heard.

        Raises KeyError, Unreachable.
        """
        signed = self.bureau.store.agreements.find(number)
        if signed is None or not self._may_see(signed.person):
            raise KeyError(number)
        refusal, now = self.bureau.bank.verify(signed), self.bureau.clock()
        return self.bureau.store.agreements.verify(number, RefusedByBank(now, refusal) if refusal else Confirmed(now))

    def staff_admits(self, number: str, pin: str) -> Answer:
        """As `StaffKeys` says; who is admitted is on duty at this terminal."""
        now = self.bureau.clock()
        wait = self.bureau.tries.count(f"pin {number}", f"terminal {self.terminal}", now)
        if wait:
            return Answer(Verdict.EARLY, wait)
        known = self.bureau.duties.pin(number)
        if not is_pin(pin, known or NOBODY) or known is None:
            return Answer(Verdict.WRONG)
        self.bureau.tries.right(f"pin {number}", f"terminal {self.terminal}", now)
        self.bureau.duties.begin(self.terminal, number, now)
        return Answer(Verdict.ADMITTED)

    def calls_ring(self, since: datetime, rung: int, screen: str) -> None:
        """As `Switchboard` says; of where somebody stands only the name of a screen is kept, and nothing else."""
        where = screen if screen in SCREENS else ""
        self.bureau.calls.ring(self.terminal, since, rung, where, self.bureau.clock())

    def calls_answered(self, since: datetime) -> bool:
        return self.bureau.calls.answered(self.terminal, since)

    def calls_still(self) -> None:
        self.bureau.calls.still(self.terminal)

    def claims_take(self, number: str, bills: tuple[Owed, ...]) -> str | None:
        return self.bureau.claims.take(self.terminal, number, bills, self.bureau.clock())

    def claims_release(self, number: str) -> None:
        self.bureau.claims.release(self.terminal, number)

    def claims_held(self) -> tuple[Held, ...]:
        return self.bureau.claims.held(self.terminal, self.bureau.clock())

    def copies_upto(self) -> int:
        return self.bureau.copies.upto(self.terminal)

    def copies_copy(self, entries: tuple[Entry, ...], orders: tuple[Order, ...]) -> int:
        return self.bureau.copies.copy(self.terminal, entries, orders, self.bureau.clock())

    def copies_word(self, health: str) -> tuple[Wish, ...]:
        self.bureau.terminals.heard(self.terminal, health, self.bureau.clock())
        return self.bureau.wishes.of(self.terminal)

    def copies_done(self, wish: int, outcome: str) -> None:
        self.bureau.wishes.done(self.terminal, wish, outcome, self.bureau.clock())

    def networks_about(self, network: Network) -> About:
        asked = self._network(network)
        self.bureau.greetings.hear(network, asked, self.bureau.clock())
        begins = asked.day_begins if isinstance(asked, BillSource) else None
        return About(asked.recalls, asked.pace, asked.time(), begins, asked.combines)

    def bills_of(self, network: Network, day: date) -> Rows | NotReady | Absent | Empty | Broken | Silent:
        """What a bill says of this terminal: of the others it is told nothing."""
        asked = self._network(network)
        answer = asked.bill(day) if isinstance(asked, BillSource) else Silent("gives no bills")
        if not isinstance(answer, Bill):
            return answer
        own = (row for row in answer.rows() if self.terminal in {terminal_of(row.number), terminal_of(row.order)})
        return Rows(tuple(own))

    def networks_reroute(
        self, network: Network, order: Order, refund: Refund, reference: str, to: Account
    ) -> RefundAnswer:
        able = self._network(network)
        return able.reroute(order, refund, reference, to) if isinstance(able, Reroutes) else Refused("not here")

    def _network(self, name: Network) -> PaymentNetwork:
        """Raises Unreachable where its merchant's key is not here."""
        try:
            return self.bureau.networks[name]
        except KeyError:
            raise Unreachable("this network is not in use here") from None


def _of(person: Person) -> int:
    return person.id
