"""Money that went back is no payment any more, whatever a tax system says of it."""

from dataclasses import replace

import pytest

from domain.certificates.payments import lines_of
from domain.money import Fen
from domain.people.person import Payment
from domain.refunds.application import Application
from domain.refunds.events import Approved, PaidOut, RefundEvent, Returned, Sent, Taken, Withdrawn
from domain.refunds.netting import net
from tests.happening import some
from tests.payment.hall import NOON
from tests.refunds.bench import STAFF, Bench

WHOLE = 878_94
Way = list[type[RefundEvent]]
SENT: Way = [Taken, Approved, Sent]


@pytest.fixture
def paid(bench: Bench) -> Payment:
    """This month's, as a tax system tells of it that has never heard of refunds."""
    item = bench.item(bench.zhang, "2026-10")
    return next(p for p in bench.hall.store.tax.payments(bench.zhang) if p.voucher == item.voucher)


def applied(bench: Bench, fen: int, way: Way) -> Application:
    application = bench.applied(bench.item(bench.zhang, "2026-10"), fen)
    for event in way:
        application = bench.hall.store.refunds.move(application, some(event, route=application.route), NOON, STAFF)
    return application


@pytest.mark.parametrize(
    ("way", "refunded", "leaving"),
    [
        ([], 0, 0),
        ([Withdrawn], 0, 0),
        ([Taken], 0, 0),
        ([Taken, Approved], 0, 100_00),
        (SENT, 0, 100_00),
        ([*SENT, Returned], 0, 0),
        ([*SENT, PaidOut], 100_00, 0),
    ],
)
def test_what_of_it_is_gone_or_about_to_go(bench: Bench, paid: Payment, way: Way, refunded: int, leaving: int) -> None:
    applied(bench, 100_00, way)
    (after,) = net(bench.zhang, [paid], bench.desk.of(bench.zhang))
    assert (after.refunded, after.leaving, after.kept) == (refunded, leaving, WHOLE - refunded - leaving)


def test_parts_add_up_until_nothing_is_left_to_certify(bench: Bench, paid: Payment) -> None:
    for fen in (100_00, WHOLE - 100_00):
        applied(bench, fen, [*SENT, PaidOut])
    applications = bench.desk.of(bench.zhang)
    assert net(bench.zhang, [paid], applications)[0].kept == 0
    assert lines_of(bench.zhang, [paid], applications, NOON.tzinfo) == ()


@pytest.mark.parametrize(("theirs", "more"), [(0, 100_00), (50_00, 100_00), (100_00, 100_00), (300_00, 300_00)])
def test_what_a_tax_system_knows_itself_counts_once(bench: Bench, paid: Payment, theirs: int, more: int) -> None:
    applied(bench, 100_00, [*SENT, PaidOut])
    (after,) = net(bench.zhang, [replace(paid, refunded=Fen(theirs))], bench.desk.of(bench.zhang))
    assert after.refunded == more


def test_somebody_elses_refund_takes_nothing_away(bench: Bench, paid: Payment) -> None:
    applied(bench, 100_00, [*SENT, PaidOut])
    assert net(bench.zhang + 1, [paid], bench.desk.of(bench.zhang))[0].kept == WHOLE
