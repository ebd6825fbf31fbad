"""What waits for somebody, of all terminals: orders, refund applications, and what bills have otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote

from bureau.desk.parts import Desk
from bureau.desk.words import orders, refunds
from bureau.desk.words.common import Tile, tile
from domain.desk.proposals import Act, Proposal
from domain.money import Fen
from domain.payment.cases import OrderCase, waits
from domain.payment.numbers import terminal_of
from domain.payment.telling import happened as order_happened
from domain.reconciliation.office import BillCase
from domain.reconciliation.telling import happened as bill_happened
from domain.refunds.application import Application, Route
from domain.refunds.cases import RefundCase
from domain.refunds.states import RefundState
from domain.words import Text, Verbatim


class What(StrEnum):
    ORDER = "order"
    REFUND = "refund"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Item:
    """`path` leads to it. `signed` is the first one's signature, where the second is awaited."""

    what: What
    number: str
    happened: Text
    tile: Tile
    terminal: str
    who: Text
    fen: Fen
    since: datetime
    path: str
    signed: Proposal | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many wait: in all, refund applications, and cases of bills."""

    all: int
    refunds: int
    cases: int


def counts(desk: Desk) -> Counts:
    """By a query each: every page shows them."""
    store, now = desk.parts.store, desk.now()
    refunding = sum(needs_somebody(one) for one in store.refunds.open())
    cases = len(store.cases.open())
    return Counts(
        sum(waits(order, now) for order in desk.cashier.book.unsettled()) + refunding + cases, refunding, cases
    )


def items(desk: Desk) -> tuple[Item, ...]:
    """All of it, oldest first, whatever the terminal."""
    signed = {one.subject: one for one in desk.proposals.open(desk.now())}
    found = (*_orders(desk, signed), *_refunds(desk, signed), *_cases(desk, signed))
    return tuple(sorted(found, key=lambda item: item.since))


def needs_somebody(application: Application) -> bool:
    """Whether staff have to do something about it; what goes back by its network goes by itself."""
    deciding = application.state in refunds.DECIDING
    paying = application.state in {RefundState.APPROVED, RefundState.SENDING}
    return deciding or (paying and application.route is Route.BANK)


def order_path(number: str) -> str:
    return f"/orders/{quote(number, safe='')}"


def refund_path(number: str) -> str:
    return f"/refunds/{quote(number, safe='')}"


def case_path(number: str) -> str:
    """Of a case, by what it is known by: network, kind and number."""
    return "/cases/" + "/".join(quote(part, safe="") for part in number.split(" ", 2))


def path_of(act: Act, subject: str) -> str:
    """Where to see what a signature is about."""
    if act.of == "member":
        return "/staff"
    return {"order": order_path, "refund": refund_path, "case": case_path}[act.of](subject)


def _orders(desk: Desk, signed: dict[str, Proposal]) -> Iterator[Item]:
    for case in desk.orders("").waiting():
        order = case.order
        yield Item(
            What.ORDER,
            order.number,
            order_happened(case),
            tile(order.channel),
            terminal_of(order.number) or "—",
            orders.payer(case),
            order.fen,
            case.since,
            order_path(order.number),
            signed.get(order.number),
        )


def _refunds(desk: Desk, signed: dict[str, Proposal]) -> Iterator[Item]:
    for case in desk.refunds("").cases():
        application = case.application
        if not (needs_somebody(application) or case.stuck):
            continue
        waits = signed.get(application.number)
        yield Item(
            What.REFUND,
            application.number,
            Text("退费申请等第二人") if waits else _refund_happened(case),
            tile(application.draft.item.channel),
            terminal_of(application.draft.item.order) or "—",
            refunds.applicant(application),
            application.draft.fen,
            case.since,
            refund_path(application.number),
            waits,
        )


def _refund_happened(case: RefundCase) -> Text:
    if case.stuck:
        return Text("退费没有回音")
    if case.came_back:
        return Text("退费没有退成")
    return Text("退费申请：{state}", state=case.standing.label)


def _cases(desk: Desk, signed: dict[str, Proposal]) -> Iterator[Item]:
    for case in desk.cases("").waiting():
        told = case.case
        yield Item(
            What.CASE,
            told.number,
            bill_happened(case),
            tile(told.subject.network),
            (terminal_of(case.order.number) if case.order else None) or "—",
            _whose(desk, case),
            case.fen,
            told.opened_at,
            case_path(told.number),
            signed.get(told.number),
        )


def _whose(desk: Desk, case: BillCase) -> Text:
    insured = desk.parts.store.tax.masked(case.order.bills[0].person) if case.order else None
    return Verbatim(insured.name) if insured else Text("不知道是谁")


def is_waiting(desk: Desk, case: OrderCase) -> bool:
    """Whether an order waits for somebody now."""
    return waits(case.order, desk.now())
