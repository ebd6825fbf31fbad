"""What cannot be begun while staff have taken something out of service, by every way that leads there."""

from datetime import datetime, timedelta

import pytest

from domain.flows import beginnings
from domain.flows.beginnings import Beginnings
from domain.flows.catalogue import SCREENS
from domain.flows.channels import CHANNELS
from domain.flows.channels.matters import MATTERS
from domain.flows.steps import Menu
from domain.runtime import HALL_TIME
from domain.terminal.suspensions import WHOLE, Message, Nowhere, Suspension, Suspensions

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=HALL_TIME)
EVERY = (*CHANNELS, *(matter.id for matter in MATTERS))


def closing(*what: str, channels: frozenset[str] = frozenset(CHANNELS)) -> Beginnings:
    suspensions = Suspensions(Nowhere(), lambda: NOON)
    for one in what:
        suspensions.suspend(one, Message.MAINTENANCE, None, "0001")
    return Beginnings(suspensions, channels)


@pytest.mark.parametrize(
    ("what", "starts"),
    [
        ((), set()),
        ((WHOLE,), {*EVERY}),
        (("wechat",), {"wechat"}),
        (("tax_app",), {"tax_app", "matter.refund", "matter.account"}),
        (("matter.pay",), {"matter.pay", "matter.declare"}),
        (("matter.declare",), {"matter.declare"}),
        (("matter.certificate",), {"matter.certificate"}),
        (tuple(CHANNELS), {*EVERY}),
    ],
)
def test_from_home(what: tuple[str, ...], starts: set[str]) -> None:
    begin = closing(*what)
    assert {start for start in EVERY if begin.start(start)} == starts
    assert bool(begin.start("check")) == (WHOLE in what)


def test_a_hall_with_one_channel() -> None:
    begin = closing("wechat", channels=frozenset({"wechat"}))
    assert begin.start("matter.pay") and begin.start("matter.certificate") and not begin.start("matter.refund")


@pytest.mark.parametrize("matter", [matter.id for matter in MATTERS])
def test_no_menu_leads_into_it(matter: str) -> None:
    """What serves it first is closed in each channel's menu, nothing that serves none but others is."""
    begin = closing(matter)
    for screen in SCREENS.values():
        if isinstance(menu := screen.step, Menu):
            closed = {item.id for group in menu.groups for item in group.items if begin.item(menu, item.id)}
            first: dict[str, str] = {}
            for served, items in menu.serves.items():
                first |= {item: served for item in items if item not in first}
            assert closed == {item for item, served in first.items() if served == matter}


def test_it_is_told_when_the_first_way_opens_for_all_reasons() -> None:
    begin = closing()
    for what, hours in (("wechat", 1), ("matter.pay", 20), ("tax_app", 3)):
        begin.suspensions.suspend(what, Message.UPGRADE, NOON + timedelta(hours=hours), "0001")
    found = [begin.start(start) for start in ("matter.declare", "matter.refund", "wechat", WHOLE)]
    assert [one and one.what for one in found] == ["matter.pay", "tax_app", "wechat", None]
    begin.suspensions.suspend("alipay", Message.UPGRADE, None, "0001")
    assert begin.way("matter.pay", "alipay") == begin.suspensions.of("alipay")


def test_in_one_channel_and_not_in_another() -> None:
    begin = closing("alipay")
    assert begin.way("matter.pay", "alipay") and not begin.way("matter.pay", "wechat")


@pytest.mark.parametrize(
    ("until", "says"),
    [
        (None, "暂停，设备检修"),
        (NOON + timedelta(hours=1), "暂停，设备检修，13:00 恢复"),
        (NOON + timedelta(hours=20), "暂停，设备检修，明天 08:00 恢复"),
        (NOON + timedelta(days=3), "暂停，设备检修，11月27日 12:00 恢复"),
    ],
)
def test_what_visitors_are_told(until: datetime | None, says: str) -> None:
    suspension = Suspension("wechat", Message.MAINTENANCE, NOON, until, "0001")
    assert beginnings.told(suspension, NOON) == says
    assert beginnings.stands(suspension, NOON) == f"微信{says}"
