"""The janitor goes on whatever a sweep runs into, and tells the staff once of what needs people."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import Event
from types import SimpleNamespace
from typing import cast

import pytest

from adapters.janitor import Janitor
from domain.payment.cashier import Cashier
from domain.payment.order import Order
from domain.payment.states import State
from tests.payment.hall import NOON, bill_of, new_order

Sweep = Callable[[Callable[[], bool]], tuple[Order, ...]]


def swept(*sweeps: Sweep) -> None:
    """A janitor works until all sweeps are done."""
    done, left = Event(), list(sweeps)

    def sweep(stopping: Callable[[], bool]) -> tuple[Order, ...]:
        if not left:
            done.set()
            return ()
        return left.pop(0)(stopping)

    cashier = SimpleNamespace(sweep=sweep, clock=lambda: NOON)
    janitor = Janitor(cast(Cashier, cashier), seconds=0)
    janitor.start()
    assert done.wait(10)
    janitor.stop()


def test_it_goes_on_after_a_mistake(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: object) -> tuple[Order, ...]:
        raise RuntimeError("a mistake")

    swept(broken, lambda _: ())
    assert [record.message for record in caplog.records] == ["a sweep ended early"]


def test_what_needs_people_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    looked_at = replace(new_order("GZT000120261123120000000001", bill_of(1)), state=State.MANUAL_REVIEW)
    owed = replace(
        new_order("GZT000120261123120000000002", bill_of(1)), state=State.REFUND_DUE, paid_at=NOON - timedelta(days=2)
    )
    fresh = replace(owed, number="GZT000120261123120000000003", paid_at=NOON)
    swept(lambda _: (looked_at, owed, fresh), lambda _: (looked_at, owed, fresh))
    told = [record.getMessage().split()[1] for record in caplog.records]
    assert told == [looked_at.number, owed.number]
