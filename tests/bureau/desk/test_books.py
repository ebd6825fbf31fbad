"""What the desk keeps: a log that shows every change, members who are what it says, and sums of what was taken."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import IntegrityError

from bureau.desk import charts
from domain.desk.member import MemberState, Role
from domain.desk.takings import Sum, summed
from domain.money import Fen
from domain.payment import events
from domain.payment.cases import waits
from domain.payment.order import Network, Order
from domain.payment.states import OrderState
from storage.bureau.desk_orders import FOR_PEOPLE
from storage.bureau.desk_rows import DeskEntryRow, MemberRow
from storage.bureau.staff import NumberTaken
from storage.errors import StoreError
from tests.bureau.desk.visitor import Browser, Room
from tests.bureau.desk.world import ADMIN, LOOKER, NOW, WANG, World

PAID = (events.Presented, events.Paid, events.Posted)


@pytest.mark.parametrize(
    "change",
    [
        {"roles": "decide pay"},
        {"state": MemberState.REVOKED, "passphrase": "x"},
        {"secret_sealed": b"\0"},
        {"name_sealed": b"\0"},
        {"passphrase": "$argon2id$"},
    ],
)
def test_nobody_gets_a_role_or_another_key_but_by_the_log(world: World, change: dict[str, object]) -> None:
    assert world.desk.staff.problem() is None
    with world.store.sessions.writing() as session:
        session.execute(update(MemberRow).where(MemberRow.number == LOOKER).values(**change))
    assert world.desk.staff.problem() == f"staff member {LOOKER} is not what its events say"


def test_nobody_is_made_up_beside_the_log(world: World) -> None:
    nobody = {"name_sealed": b"", "roles": "pay", "state": MemberState.ACTIVE, "passphrase": "x", "step": 0}
    with world.store.sessions.writing() as session:
        session.execute(insert(MemberRow).values(number="0666", added_at=NOW, **nobody))
    assert world.desk.staff.problem() == "there are staff members that no event tells of"


@pytest.mark.parametrize("change", [update(DeskEntryRow).values(who=ADMIN), delete(DeskEntryRow)])
def test_no_entry_is_changed_or_removed(world: World, change: Any) -> None:
    with pytest.raises((StoreError, IntegrityError)), world.store.sessions.writing() as session:
        session.execute(change)
    assert world.desk.staff.problem() is None


def test_an_entry_that_was_changed_all_the_same_is_found(world: World) -> None:
    server = world.store.sessions.engine.dialect.name == "postgresql"
    lock = "ALTER TABLE desk_entries DISABLE TRIGGER USER" if server else "DROP TRIGGER desk_entries_are_not_changed"
    with world.store.sessions.writing() as session:
        session.execute(text(lock))
        session.execute(update(DeskEntryRow).where(DeskEntryRow.serial == 3).values(detail="staff"))
    assert world.desk.staff.problem() == "desk entry 3 was changed"
    assert not world.desk.staff.unbroken(50) and world.desk.staff.unbroken(4)


def test_the_page_of_the_log_says_whether_its_chain_is_whole(room: Room, wang: Browser) -> None:
    assert room.world.desk.staff.unbroken(3) and "最近 50 条的链条完整" in wang.opens("/log")


def test_a_number_is_given_once(world: World) -> None:
    world.desk.staff.revoke(LOOKER, NOW, "0001")
    with pytest.raises(NumberTaken):
        world.adds(LOOKER, "另一人", Role.LOOK)


def test_no_code_is_used_twice_however_many_try(world: World) -> None:
    spend = world.desk.staff.spend
    assert [spend(WANG, step) for step in (50, 50, 49, 51, 50)] == [True, False, False, True, False]


def test_no_page_reads_what_is_still_being_paid(world: World) -> None:
    world.order(1, events.Presented)
    world.order(2, events.Presented, events.Expired, events.Closed)
    kept = {world.doubtful(3).number, world.owed(4).number, world.order(5, events.Presented, events.Paid).number}
    assert {order.number for order in world.desk.cashier.book.unsettled()} == kept
    assert len(world.store.orders.unsettled()) == 5
    assert {state for state in OrderState if _may_wait(state)} == FOR_PEOPLE


def _may_wait(state: OrderState) -> bool:
    """Whether an order in a state could wait for somebody, however old it is."""
    late = Order("G", Network("wechat"), "wechat", 1, (), Fen(1), state, NOW - timedelta(days=99), NOW)
    return waits(late, NOW)


def test_what_was_taken_is_summed_by_terminal_channel_and_hour_of_the_hall(world: World) -> None:
    midnight = NOW.replace(hour=0, minute=0, second=0)
    world.order(1, *PAID, at=midnight - timedelta(seconds=41), fen=100, paid_at=midnight - timedelta(seconds=1))
    world.order(2, *PAID, at=midnight - timedelta(seconds=40), fen=200, paid_at=midnight)
    world.order(3, *PAID, at=NOW, fen=400, terminal="T0002", channel="alipay")
    world.order(4, *PAID, at=NOW, fen=800, terminal="T0002", channel="alipay")
    world.order(5, events.Presented, events.Paid, at=NOW, fen=1600)
    world.owed(6, at=NOW, fen=3200)
    span = charts.Span.day(NOW.date())
    taken = world.desk.takings.between(span.edges)
    assert [(one.terminal, one.channel, one.slot, one.count, one.fen) for one in taken] == [
        ("T0001", "wechat", 0, 1, 200),
        ("T0002", "alipay", 10, 2, 1200),
    ]
    assert summed(taken) == Sum(3, Fen(1400))
    month = world.desk.takings.between(charts.Span.month(NOW.date()).edges)
    assert [(one.slot, one.fen) for one in month] == [(22, 100), (23, 200), (23, 1200)]


def test_charts_have_one_scale_and_say_what_is_still_to_come(world: World) -> None:
    world.order(1, *PAID, at=NOW - timedelta(hours=1), fen=1000)
    world.order(2, *PAID, at=NOW - timedelta(hours=2), fen=500, channel="unionpay")
    span = charts.Span.day(NOW.date())
    lanes = charts.lanes(world.desk.takings.between(span.edges), span, NOW)
    highest = {lane.tile.id: max(bar.height for bar in lane.bars) for lane in lanes}
    assert highest == {"wechat": 100, "alipay": 0, "tax_app": 0, "unionpay": 50}
    wechat = lanes[0]
    assert [bar.label for bar in wechat.bars if bar.highest] == ["9"]
    assert next(bar.label for bar in wechat.bars if bar.ahead) == "11" and len(wechat.bars) == 24
    assert len(charts.Span.month(NOW.date()).labels) == 30


def test_the_page_of_takings_has_every_figure_also_as_a_table(room: Room, wang: Browser) -> None:
    room.world.order(1, *PAID, at=NOW - timedelta(hours=1), fen=123456)
    for path in ("/takings", "/takings?by=month"):
        assert wang.opens(path).count("1,234.56") >= 4
        assert "按渠道和时间的收款，元" in wang.text
    assert "0.00" in wang.opens("/takings?day=2026-11-23") and "1,234.56" not in wang.text
    assert "2026年11月24日" in wang.opens("/takings?day=2027-01-01"), "no day to come is shown"
