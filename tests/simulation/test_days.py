"""Days of two terminals, played: no yuan is lost or sent twice, whatever breaks; and what is wrong would be noticed."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import Any

import pytest

import main
from adapters.payments.wechat.platform import PlatformKeys
from domain.payment.cashier import Cashier
from domain.payment.events import OrderEvent, Paid
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.repayments.repayer import Repayer
from domain.repayments.repayment import Claim
from kit.simulation.plan import NETWORKS, SOUGHT, ClockSet, Plan, Visit, drawn
from kit.simulation.play import play
from kit.simulation.shrink import shrunk
from kit.simulation.troubles import CELLS, Cut, Door, Key, TaxTrouble, Trouble
from kit.simulation.world import Ground, ground
from kit.simulators.faults import Fault
from storage.orders import StoredOrders
from storage.tax import StoredTaxSystem

SEEDS, AT_ONCE = 200, 25
assert len(SOUGHT) <= SEEDS


@pytest.fixture(scope="module")
def here() -> Iterator[Ground]:
    with ground(main.ASSETS) as made:
        yield made


@pytest.mark.parametrize("start", range(0, SEEDS, AT_ONCE))
def test_whatever_breaks_every_yuan_is_accounted_for(here: Ground, start: int) -> None:
    """And what each of the first plans is after, it strikes: every fault in every state, before any once more."""
    for seed in range(start, start + AT_ONCE):
        outcome = play(here, drawn(seed))
        assert outcome.wrong == (), outcome.plan
        state, kinds = SOUGHT[seed % len(SOUGHT)]
        assert seed >= len(SOUGHT) or outcome.struck.keys() >= {(kind, state) for kind in kinds}, outcome.plan


def test_every_fault_is_sought_in_every_state() -> None:
    assert {(kind, state) for state, kinds in SOUGHT for kind in kinds} == set(CELLS)


def test_the_same_seed_goes_the_same_way(here: Ground) -> None:
    assert play(here, drawn(7)) == play(here, drawn(7))


PAID = Visit(5.0, 0, 1, NETWORKS[0], (10.0,))


def paid_because_shown(patch: pytest.MonkeyPatch) -> Plan:
    """Takes an order for paid as soon as its code is on the screen."""
    ask = Cashier._ask

    def believing(cashier: Cashier, order: Order) -> Order:
        if order.state is OrderState.PRESENTED:
            return cashier._move(order, Paid("4200", cashier.clock()))
        return ask(cashier, order)

    patch.setattr(Cashier, "_ask", believing)
    return Plan(0, (replace(PAID, pays=()),), ())


def posted_anew(patch: pytest.MonkeyPatch) -> Plan:
    """Posts under another number each time."""
    post, serial = StoredTaxSystem.post, count()

    def anew(tax: StoredTaxSystem, number: str, *what: Any) -> str:
        return post(tax, f"{number}{next(serial)}", *what)

    patch.setattr(StoredTaxSystem, "post", anew)
    return Plan(0, (PAID,), (Trouble(Cut.AFTER_POST, OrderState.PAID),))


def forgotten(patch: pytest.MonkeyPatch) -> Plan:
    """Looks after no order again once its visitor is gone, whatever the bill of the day says."""
    patch.setattr(Cashier, "unsettled", lambda _: ())
    patch.setattr(Cashier, "claimed", Cashier.get)
    return Plan(0, (replace(PAID, pays=(30.0,), leaves=20.0),), ())


def learns_one_key_only(patch: pytest.MonkeyPatch) -> Plan:
    """Believes the first of WeChat Pay's certificates, and none that comes later."""
    learn = PlatformKeys.learn

    def first(keys: PlatformKeys, found: Any, now: datetime) -> None:
        if not keys.are_there(now):
            learn(keys, found, now)

    patch.setattr(PlatformKeys, "learn", first)
    return Plan(0, (PAID,), (Trouble(Key.ROTATED, OrderState.PRESENTED, skip=1),))


def entered_nowhere(patch: pytest.MonkeyPatch) -> Plan:
    """Takes the word of two of the staff, and has the tax system enter nothing."""
    patch.setattr(StoredTaxSystem, "posted_by_hand", lambda *_: None)
    return drawn(SOUGHT.index((OrderState.MANUAL_REVIEW, (Door.BY_HAND,))))


def sends_all_of_it_back(patch: pytest.MonkeyPatch) -> Plan:
    """Owes to one of a family what was paid for all, as one order of ours."""
    tend = Repayer.tend

    def too_much(repayer: Repayer, claim: Claim) -> Any:
        return tend(repayer, replace(claim, fen=claim.order.trade.fen))

    patch.setattr(Repayer, "tend", too_much)
    paid = replace(PAID, network=NETWORKS[1], others=2)
    return Plan(0, (paid,), (Trouble(TaxTrouble.REFUSES, OrderState.PAID),))


def takes_one_answer_for_all(patch: pytest.MonkeyPatch) -> Plan:
    """Books a whole family by what WeChat Pay says of one of them."""
    move = StoredOrders.move

    def all_of_them(orders: StoredOrders, order: Order, event: OrderEvent, at: datetime) -> Order:
        for other in orders.known_as(order.whole.number) if isinstance(event, Paid) else ():
            if other.number != order.number and other.state is OrderState.PRESENTED:
                move(orders, other, event, at)
        return move(orders, order, event, at)

    patch.setattr(StoredOrders, "move", all_of_them)
    return Plan(0, (replace(PAID, others=1),), ())


@pytest.mark.parametrize(
    ("mistake", "noticed"),
    [
        (paid_because_shown, "not paid at the network"),
        (posted_anew, "in the ledger, and no order"),
        (forgotten, "paid at the network, and"),
        (entered_nowhere, "posted_by_hand here, and 0 times in the ledger"),
        (sends_all_of_it_back, "fen too much went back"),
        (takes_one_answer_for_all, "wechat 2026-11-24 done, unexplained 1"),
        (learns_one_key_only, "wechat 2026-11-24 silent"),
    ],
)
def test_a_terminal_that_errs_is_noticed(
    here: Ground, monkeypatch: pytest.MonkeyPatch, mistake: Callable[[pytest.MonkeyPatch], Plan], noticed: str
) -> None:
    plan = mistake(monkeypatch)
    assert any(noticed in why for why in play(here, plan).wrong)


def test_what_fails_is_made_smaller(here: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = forgotten(monkeypatch)
    others = (Visit(600.0, 1, 2, NETWORKS[1]), replace(PAID, at=900.0, bill=2))
    large = Plan(0, (*others, *plan.visits), (Trouble(Fault.SLOW, OrderState.CREATED, 5),), (ClockSet(9.0, 1, 60.0),))
    assert shrunk(large, lambda smaller: bool(play(here, smaller).wrong)) == plan


def test_the_command_says_what_was_struck_and_what_was_not(capsys: pytest.CaptureFixture[str]) -> None:
    """One seed reaches few of the cells: that is an end of its own."""
    assert main.main(["simulate", "--seeds", "1", "--json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert (report["seeds"], report["failed"]) == (1, [])
    assert 0 < len(report["missed"]) < report["cells"] == len(CELLS)
