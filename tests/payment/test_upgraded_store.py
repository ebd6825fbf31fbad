"""A store of the first version, with money that is owed back: it is brought up, and the money goes back."""

from sqlalchemy import text

from domain.payment import events
from domain.payment.network import RefundDone
from domain.payment.states import OrderState
from storage.order_log import LOG
from storage.rows import OrderRow
from tests.payment.hall import NOON, ZHANG, ZHOU, Hall, bill_of
from tests.payment.script import WECHAT, ScriptedNetwork
from tests.payment.test_cashier import NO_REFUND, PAID, SHOWN, WAITING

BACK_TO_THE_FIRST_VERSION = (
    "ALTER TABLE orders DROP COLUMN combined_parts",
    "DROP TABLE slips",
    "DROP INDEX ix_orders_combined",
    "ALTER TABLE orders DROP COLUMN combined_fen",
    "ALTER TABLE orders DROP COLUMN combined",
    "ALTER TABLE order_events DROP COLUMN who",
    "ALTER TABLE orders DROP COLUMN reason_sealed",
    "ALTER TABLE orders DROP COLUMN proof",
    "DROP TABLE case_events",
    "DROP TABLE cases",
    "DROP TABLE bill_reports",
    "DROP TABLE bill_marks",
    "ALTER TABLE order_events DROP COLUMN terminal",
    "DROP TABLE losses",
    "DROP TABLE store_id",
    "DROP INDEX ix_order_lines_person_id",
    "DROP INDEX ix_order_lines_bill_key",
    "DROP TABLE repayment_events",
    "DROP TABLE repayments",
    "DROP TABLE refund_events",
    "DROP TABLE refunds",
    "DROP TABLE agreements",
    "DROP TABLE bank_accounts",
    "DROP TABLE certificate_prints",
    "DROP TABLE opened_bills",
    "DROP TABLE certificates",
    "ALTER TABLE orders DROP COLUMN owed_at",
    "ALTER TABLE postings DROP COLUMN channel",
    "DROP TABLE app_accounts",
    "UPDATE alembic_version SET version_num = '0001'",
)


BEFORE_PARTS = (
    "ALTER TABLE orders DROP COLUMN combined_parts",
    "UPDATE alembic_version SET version_num = '0013'",
)


def test_who_paid_together_before_the_upgrade_is_asked_about_as_before(hall: Hall, network: ScriptedNetwork) -> None:
    """A network that combines orders by itself since knew these as one order of ours."""
    network.will(SHOWN)
    parts = tuple((bill_of(hall.person(one)),) for one in (ZHANG, ZHOU))
    before = hall.cashier.start_combined(WECHAT, "wechat", 1, parts, "社保费")
    with hall.store.sessions.writing() as session:
        for line in BEFORE_PARTS:
            session.execute(text(line))
    network.combines = 10
    hall.reopen()
    assert hall.store.orders.verify_chain() is None
    assert [hall.store.orders.get(order.number) for order in before] == list(before)
    assert {order.trade for order in before} == {before[0].whole}
    network.will(PAID, NO_REFUND, ("refund", RefundDone()))
    hall.sweep()
    hall.sweep()
    found = [hall.store.orders.get(order.number) for order in before]
    assert [order.state for order in found] == [OrderState.POSTED, OrderState.REFUNDED]
    assert {order.transaction for order in found} == {PAID[1].transaction}


def test_what_was_owed_before_the_upgrade_goes_back(hall: Hall, network: ScriptedNetwork) -> None:
    network.will(SHOWN, SHOWN)
    owed, other = hall.start(), hall.start(bill_of(hall.person(ZHOU)))
    owed = hall.store.orders.move(owed, events.Paid("42", NOON), NOON)
    owed = hall.store.orders.move(owed, events.NotPosted(), NOON)
    with hall.store.sessions.writing() as session:
        session.execute(text("UPDATE orders SET state = 'refund_due' WHERE number = :n"), {"n": owed.number})
        LOG.append(session, session.get(OrderRow, owed.number), events.Owed(NOON), NOON, {})
        for line in BACK_TO_THE_FIRST_VERSION:
            session.execute(text(line))
    hall.reopen()
    assert hall.store.orders.verify_chain() is None
    network.will(NO_REFUND, ("refund", RefundDone()), WAITING)
    assert [order.state for order in hall.sweep()] == [OrderState.REFUNDED, OrderState.PRESENTED]
    kept = hall.store.orders.get(other.number)
    assert (kept.channel, kept.combined) == ("wechat", None)
