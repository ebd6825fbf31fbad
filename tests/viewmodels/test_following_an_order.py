"""An order from the code to its end: when the network is asked, what its answers lead to, and who may leave when."""

from collections.abc import Callable

import pytest

from domain.payment.network import Absent, Closed, Paid, Presented, Unclear, Waiting
from domain.payment.states import OrderState
from tests.payment.hall import NOON, Hall
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.till import CODE, Desk, Until, raises
from viewmodels.parts import Parts
from viewmodels.steps.pay_by_qr import PayByQrViewModel
from viewmodels.words.phases import Phase

PAID = ("query", Paid("4200001", NOON))
OPEN, GONE, SILENT = ("query", Waiting()), ("close", Closed()), ("query", Unclear("timeout"))


@pytest.fixture
def desk(hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until) -> Desk:
    return Desk(hall, network, parts, ended, until)


@pytest.fixture
def shown(desk: Desk) -> PayByQrViewModel:
    """The code is there."""
    return desk.comes_to(Phase.WAITING, CODE)


def unconfirmed(desk: Desk, shown: PayByQrViewModel) -> None:
    """Called off, and the network does not say what became of it."""
    desk.network.will(OPEN, ("close", Unclear("timeout")), SILENT)
    shown.cancel()
    desk.until(lambda: shown.state.phase is Phase.UNCONFIRMED)


class TestAsked:
    def test_one_question_at_a_time(self, desk: Desk, shown: PayByQrViewModel) -> None:
        desk.network.will(OPEN)
        for ask in (shown.check, shown.primary, shown.watch.check):
            ask()
        desk.settles()
        assert not desk.network.script

    def test_nothing_before_there_is_an_order(self, desk: Desk) -> None:
        pay = desk.sits_down(CODE)
        pay.check()
        pay.watch.tick()
        desk.until(lambda: pay.state.phase is Phase.WAITING)

    @pytest.mark.parametrize("answer", [Closed(), raises], ids=["run out", "a store that is silent"])
    def test_nothing_once_it_has_run_out(self, desk: Desk, answer: object) -> None:
        pay = desk.asks(answer, Phase.UNKNOWN if answer is raises else Phase.EXPIRED)
        if answer is raises:
            desk.network.will(("query", Closed()))
            pay.check()
            desk.until(lambda: pay.state.phase is Phase.EXPIRED)
        for later in (pay.check, pay.watch.tick):
            later()
        assert pay.state.phase is Phase.EXPIRED and desk.ended.outcome is None

    def test_a_store_that_answers_again_tells(self, desk: Desk) -> None:
        pay = desk.asks(raises, Phase.UNKNOWN)
        desk.network.will(OPEN)
        pay.check()
        desk.until(lambda: pay.state.phase is Phase.WAITING)
        assert pay.property("code") == "a code"

    def test_what_was_not_confirmed_is_asked_about_until_it_is(self, desk: Desk, shown: PayByQrViewModel) -> None:
        unconfirmed(desk, shown)
        for answer in (SILENT, ("query", raises)):
            desk.network.will(answer)
            shown.check()
            desk.settles()
            assert shown.state.phase is Phase.UNCONFIRMED and not desk.network.script
        desk.network.will(PAID)
        shown.check()
        desk.until(lambda: desk.ended.outcome == "paid")


class TestItsTime:
    @pytest.mark.parametrize(("seconds", "clock"), [(0.0, "05:00"), (0.1, "05:00"), (1.0, "04:59"), (299.5, "00:01")])
    def test_it_is_counted_to_the_second(self, desk: Desk, shown: PayByQrViewModel, seconds: float, clock: str) -> None:
        desk.hall.later(seconds=seconds)
        shown.watch.tick()
        assert shown.property("clock") == clock and shown.state.phase is Phase.WAITING

    def test_it_is_closed_once_at_its_end(self, desk: Desk, shown: PayByQrViewModel) -> None:
        desk.hall.later(minutes=5)
        desk.network.will(OPEN, GONE)
        shown.watch.tick()
        assert (shown.state.phase, shown.property("code")) == (Phase.CLOSING, "")
        shown.watch.tick()
        desk.until(lambda: shown.state.phase is Phase.EXPIRED)

    def test_whoever_pays_at_the_last_moment_has_paid(self, desk: Desk, shown: PayByQrViewModel) -> None:
        desk.hall.later(minutes=6)
        desk.network.will(PAID)
        shown.watch.tick()
        desk.until(lambda: desk.ended.outcome == "paid")
        assert shown.property("clock") == "00:00"


LEAVES: dict[str, Callable[[PayByQrViewModel], None]] = {
    "cancelled": PayByQrViewModel.cancel,
    "left": lambda pay: pay.leave("left"),
}


class TestLeft:
    @pytest.mark.parametrize("outcome", LEAVES)
    def test_once_the_network_has_closed_it(self, desk: Desk, shown: PayByQrViewModel, outcome: str) -> None:
        desk.network.will(OPEN, GONE)
        LEAVES[outcome](shown)
        shown.leave("home, meanwhile")
        assert desk.ended.outcome is None and shown.holds
        desk.until(lambda: desk.ended.outcome == outcome)
        assert desk.ended.visit.paying.order is None
        assert [order.state for order in desk.hall.store.orders.all()] == [OrderState.CLOSED]

    @pytest.mark.parametrize("outcome", LEAVES)
    def test_before_there_is_a_code(self, desk: Desk, outcome: str) -> None:
        pay = desk.sits_down(CODE, OPEN, GONE)
        assert pay.property("secondaryEnabled") and not pay.property("primaryEnabled")
        LEAVES[outcome](pay)
        assert (pay.property("says"), pay.property("secondaryEnabled")) == ("正在取消，请稍等", False)
        desk.until(lambda: desk.ended.outcome == outcome)

    def test_of_one_that_never_came_to_be(self, desk: Desk) -> None:
        pay = desk.sits_down(("create", raises))
        pay.leave("left")
        desk.until(lambda: desk.ended.outcome == "left")

    def test_while_its_time_runs_out(self, desk: Desk, shown: PayByQrViewModel) -> None:
        desk.hall.later(minutes=5)
        desk.network.will(OPEN, GONE)
        shown.watch.tick()
        shown.leave("left")
        desk.until(lambda: desk.ended.outcome == "left")

    @pytest.mark.parametrize("outcome", ["cancelled", "left"])
    def test_at_once_where_nothing_is_open(self, desk: Desk, outcome: str) -> None:
        pay = desk.asks(Closed(), Phase.EXPIRED)
        assert not pay.holds
        pay.leave(outcome)
        assert desk.ended.outcome == outcome

    def test_by_who_has_been_told_that_nothing_is_known(self, desk: Desk, shown: PayByQrViewModel) -> None:
        unconfirmed(desk, shown)
        assert not shown.holds
        shown.primary()
        assert desk.ended.outcome == "cancelled"

    def test_by_who_did_not_ask_to_leave(self, desk: Desk, shown: PayByQrViewModel) -> None:
        desk.network.recalls = False
        desk.hall.later(minutes=5)
        desk.network.will(OPEN, ("close", Unclear("timeout")), OPEN)
        shown.watch.tick()
        desk.until(lambda: shown.state.phase is Phase.UNCONFIRMED)
        shown.primary()
        assert desk.ended.outcome == "left"

    def test_another_code_is_asked_for_and_follows_its_own_time(self, desk: Desk) -> None:
        pay = desk.asks(Closed(), Phase.EXPIRED)
        desk.hall.later(minutes=2)
        desk.network.will(("create", Presented("another")))
        pay.primary()
        assert (pay.state.phase, pay.property("code"), pay.holds) == (Phase.CREATING, "", True)
        desk.until(lambda: pay.property("code") == "another")
        assert pay.property("clock") == "05:00"

    def test_one_without_a_code_is_closed(self, desk: Desk) -> None:
        pay = desk.comes_to(Phase.FAILED, ("create", Unclear("timeout")), ("query", Absent()), ("close", Absent()))
        assert [order.state for order in desk.hall.store.orders.all()] == [OrderState.CLOSED]
        desk.network.will(CODE)
        pay.primary()
        desk.until(lambda: pay.state.phase is Phase.WAITING)
