"""The hall's clock beside the networks': who strays is told of, and who is wrong takes no money until it is right."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.flows.visit import OnDuty
from domain.forms import staff
from domain.payment.clocks import Clocks, ClockWrong
from domain.payment.network import Presented, Unclear
from domain.payment.order import Network
from domain.payment.states import OrderState
from domain.terminal.outages import Outages
from kit.simulators.faults import Fault
from tests.desk import on_duty
from tests.payment.hall import NOON, Hall
from tests.payment.script import ALIPAY, NETWORKS, UNIONPAY, WECHAT, ScriptedNetwork
from tests.payment.simulated import Day

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def clocks(**shows: datetime | None) -> Clocks:
    """At noon in the hall, and what the networks show."""
    networks = {Network(name): ScriptedNetwork(Network(name)) for name in shows}
    for name, network in networks.items():
        network.shows = shows[name]
    return Clocks(networks, lambda: NOON)


class TestHowFarItIsOff:
    @pytest.mark.parametrize("off", [30 * SECOND, -30 * SECOND, timedelta(0)])
    def test_seconds_do_not_matter(self, off: timedelta) -> None:
        here = clocks(wechat=NOON - off)
        assert here.strayed() is None and here.told() == ""
        here.insist(WECHAT)

    @pytest.mark.parametrize(
        ("off", "sentence"),
        [
            (31 * SECOND, "本机时间快了 31 秒，请系统管理员校准。"),
            (-5 * MINUTE, "本机时间慢了 5 分 0 秒，请系统管理员校准。"),
            (5 * MINUTE + SECOND, "本机时间快了 5 分 1 秒，已经停止缴费，请系统管理员校准，校准以后自动恢复。"),
            (-200 * MINUTE, "本机时间慢了 3 小时 20 分钟，已经停止缴费，请系统管理员校准，校准以后自动恢复。"),
            (
                timedelta(days=-400, hours=-1),
                "本机时间慢了 400 天 1 小时，已经停止缴费，请系统管理员校准，校准以后自动恢复。",
            ),
        ],
    )
    def test_staff_are_told(self, hall: Hall, off: timedelta, sentence: str) -> None:
        here = clocks(wechat=NOON - off, alipay=NOON, unionpay=None)
        assert here.strayed() == off
        assert staff.caution(Outages(here.told), OnDuty(on_duty(hall))) == sentence

    def test_no_network_that_has_been_heard_is_no_news(self) -> None:
        here = clocks(wechat=None)
        assert here.off(WECHAT) is None and here.strayed() is None
        here.insist(WECHAT)


class TestWhoIsAsked:
    def test_its_own_clock_closes_a_network_and_opens_it(self) -> None:
        here = clocks(wechat=NOON - 6 * MINUTE, alipay=NOON)
        here.insist(ALIPAY)
        with pytest.raises(ClockWrong) as wrong:
            here.insist(WECHAT)
        assert wrong.value.off == 6 * MINUTE

    def test_another_ones_counts_as_long_as_its_own_has_not_been_heard(self) -> None:
        with pytest.raises(ClockWrong):
            clocks(wechat=None, alipay=NOON + 6 * MINUTE).insist(WECHAT)

    def test_it_is_asked_once_more_before_anybody_is_sent_away(self) -> None:
        """A clock was put right at the network, or a front end of it had another."""
        here = clocks(wechat=NOON - 6 * MINUTE)

        class Mends(ScriptedNetwork):
            def greet(self) -> None:
                self.shows = NOON

        mends = Mends()
        mends.shows = NOON - 6 * MINUTE
        replace(here, networks={WECHAT: mends}).insist(WECHAT)


@pytest.mark.parametrize(
    ("shows", "closed"),
    [
        ({"wechat": None}, False),
        ({"wechat": NOON - 6 * MINUTE, "alipay": None}, True),
        ({"wechat": NOON - 6 * MINUTE, "alipay": NOON}, False),
    ],
)
def test_all_is_closed_where_nobody_has_the_same_time(shows: dict[str, datetime | None], closed: bool) -> None:
    assert clocks(**shows).closes_all() is closed


class TestTheCashier:
    @pytest.mark.parametrize("answer", [Presented("a code"), Unclear("401 stale")])
    def test_a_network_that_first_tells_with_its_first_answer(
        self, hall: Hall, network: ScriptedNetwork, answer: object
    ) -> None:
        """The code is not shown, so nobody can pay it, and the bill is free."""

        def tells() -> object:
            network.shows = hall.now - 8 * MINUTE
            return answer

        network.will(("create", tells))
        with pytest.raises(ClockWrong):
            hall.start()
        assert [order.state for order in hall.store.orders.all()] == [OrderState.CLOSED]
        network.shows = hall.now
        network.will(("create", Presented("a code")))
        assert hall.start().state is OrderState.PRESENTED

    def test_a_network_that_is_known_to_have_another_time_is_asked_for_nothing(
        self, hall: Hall, network: ScriptedNetwork
    ) -> None:
        network.shows = hall.now - 8 * MINUTE
        with pytest.raises(ClockWrong):
            hall.start()
        assert hall.store.orders.all() == ()

    @pytest.mark.parametrize("fast", [-30, -11, -8, 8, 11, 20, 30])
    @pytest.mark.parametrize("name", NETWORKS)
    def test_all_networks_with_a_clock_that_is_minutes_off(self, hall: Hall, name: Network, fast: int) -> None:
        day = Day(hall)
        day.cashier = replace(day.cashier, clock=lambda: day.runtime.now() + fast * MINUTE)
        with pytest.raises(ClockWrong):
            day.starts(name)
        assert hall.store.orders.unsettled() == () or hall.cashier.book.holding(hall.store.orders.all()[0].bills) == ()
        day.cashier = replace(day.cashier, clock=day.runtime.now)
        assert day.starts(name).state is OrderState.PRESENTED


class TestTheJanitor:
    def day(self, hall: Hall) -> Day:
        """A day on which the hall's clock can be set: `ahead`."""
        day = Day(hall)
        self.ahead = timedelta(0)
        day.cashier = replace(day.cashier, clock=lambda: day.runtime.now() + self.ahead)
        day.sweeps_with(day.cashier)
        return day

    def test_it_hears_what_time_it_is_before_anybody_pays(self, hall: Hall) -> None:
        day = self.day(hall)
        assert all(network.time() is None for network in day.cashier.networks.values())
        day.janitor.sweep()
        assert all(network.time() == NOON for network in day.cashier.networks.values())

    def test_it_logs_every_turn_once(self, hall: Hall, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.WARNING, "kiosk.janitor")
        day = self.day(hall)
        for self.ahead in (timedelta(0), -40 * SECOND, -40 * SECOND, 9 * MINUTE, 9 * MINUTE, timedelta(0)):
            day.janitor.sweep()
        assert [record.getMessage() for record in caplog.records] == [
            "the clock is -40 seconds off that of the payment networks",
            "the clock is +540 seconds off that of the payment networks; no money is taken until it is right",
            "the clock is +0 seconds off that of the payment networks",
        ]

    def test_it_asks_again_now_and_then_and_sooner_while_the_clock_is_off(self, hall: Hall) -> None:
        day = self.day(hall)
        greeted: list[float] = []
        for network in day.cashier.networks.values():
            if network.name == UNIONPAY:
                network.greet = lambda: greeted.append(day.runtime.uptime())  # type: ignore[method-assign]
        for _ in range(400):
            day.janitor.sweep()
            day.runtime.pass_by(seconds=5)
        assert 2 <= len(greeted) <= 4
        self.ahead = 9 * MINUTE
        before = len(greeted)
        for _ in range(240):
            day.janitor.sweep()
            day.runtime.pass_by(seconds=5)
        assert len(greeted) - before > 10

    def test_a_network_that_does_not_answer_stops_nobody(self, hall: Hall) -> None:
        day = self.day(hall)
        day.faults.switch(Fault.DOWN)
        day.janitor.sweep()
        assert day.cashier.clocks.strayed() is None
