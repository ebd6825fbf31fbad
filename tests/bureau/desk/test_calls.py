"""A visitor at a terminal calls: what the desk shows, and what happens when somebody of the staff comes."""

from datetime import datetime, timedelta

import pytest

from domain.desk.calls import LAPSES_AFTER
from tests.bureau.desk.visitor import Browser, Room
from tests.bureau.desk.world import LOOKER, WANG, furnish

CALLS, URGENT, COMING = "有人在叫工作人员", "急", "王某正在过去"


@pytest.fixture
def made(room: Room) -> datetime:
    """Somebody called at T0001 when the day's pages were made, by the terminal's own clock; nobody has answered."""
    furnish(room.world)
    made = room.world.runtime.now() - timedelta(seconds=2)
    room.world.desk.calls.ring("T0001", made, 1, "wechat.confirm_flexible", room.world.runtime.now())
    return made


def comes(browser: Browser, terminal: str, made: datetime) -> str:
    browser.posts(f"/calls/{terminal}/coming", made=made.isoformat())
    return browser.text


def badge(browser: Browser, path: str) -> bool:
    """Whether the menu says on a page that one visitor calls; the page that is asked again says the same."""
    shown, asked = browser.opens(path), browser.opens("/calls")
    assert ("1\n位缴费人在叫工作人员" in shown) == ("1\n位缴费人在叫工作人员" in asked)
    return "1\n位缴费人在叫工作人员" in shown


def test_a_call_stands_at_the_top_and_in_the_menu_of_every_page(room: Room, wang: Browser, made: datetime) -> None:
    room.world.runtime.pass_by(seconds=20)
    text = wang.opens("/")
    call = text[text.index(CALLS) :]
    assert "T0001\n示范办税服务厅\n微信，缴费信息确认" in call and text.index(CALLS) < text.index("能收款")
    assert "\n我来了" in call and URGENT not in call.split("能收款")[0]
    assert badge(wang, "/log") and badge(wang, "/")


def test_a_minute_without_an_answer_is_urgent(room: Room, wang: Browser, made: datetime) -> None:
    room.world.runtime.pass_by(seconds=60)
    assert f"\n{URGENT}，已等 " in wang.opens("/") and 'class="urgent"' in wang.page
    room.world.desk.calls.ring("T0001", made, 2, "", room.world.runtime.now())
    assert len(room.world.desk.calls.open(room.world.runtime.now())) == 1, "the same call, rung once more"


def test_one_comes_and_the_others_see_who(room: Room, wang: Browser, li: Browser, made: datetime) -> None:
    for one in (wang, li):
        one.opens("/")
    assert "终端 T0001 的画面上说您正在过去" in comes(wang, "T0001", made)
    assert COMING in wang.text and "我来了" not in wang.text and not badge(wang, "/")
    assert room.world.desk.calls.answered("T0001", made)
    assert "有别人应答了，或者已经取消" in comes(li, "T0001", made)
    [entry, *_] = [one for one in room.world.desk.staff.entries(10) if one.deed.word == "come"]
    assert (entry.who, entry.about, entry.detail) == (WANG, "T0001", "")
    assert "应答缴费人的呼叫" in li.opens("/log")


def test_whoever_is_at_the_desk_may_come(room: Room, made: datetime) -> None:
    sun = room.seats(LOOKER)
    sun.opens("/")
    assert "您正在过去" in comes(sun, "T0001", made)


@pytest.mark.parametrize("answered", [False, True])
def test_a_call_ends_by_itself(room: Room, wang: Browser, made: datetime, answered: bool) -> None:
    wang.opens("/")
    if answered:
        comes(wang, "T0001", made)
    room.world.runtime.pass_by(seconds=LAPSES_AFTER.total_seconds() - 30)
    assert badge(wang, "/") is not answered and ("T0001\n示范办税服务厅\n微信" in wang.opens("/"))
    room.world.runtime.pass_by(seconds=31)
    assert not badge(wang, "/") and "T0001\n示范办税服务厅\n微信" not in wang.opens("/")
    assert not room.world.desk.calls.comes("T0001", made, WANG, room.world.runtime.now())


def test_what_is_over_is_gone_and_the_next_call_is_another(room: Room, wang: Browser, made: datetime) -> None:
    calls, now = room.world.desk.calls, room.world.runtime.now()
    wang.opens("/")
    comes(wang, "T0001", made)
    again = made + timedelta(minutes=2)
    calls.ring("T0001", again, 1, "", now)
    assert not calls.answered("T0001", again) and badge(wang, "/") and "首页" in wang.opens("/")
    assert "已经取消" in comes(wang, "T0001", made), "the button of the call before"
    calls.still("T0001")
    assert not badge(wang, "/") and calls.open(now) == ()


@pytest.mark.parametrize("told", ["", "yesterday", "2026-11-24T10:24:00"])
def test_a_time_that_is_none_is_no_call(wang: Browser, made: datetime, told: str) -> None:
    wang.opens("/")
    assert wang.posts("/calls/T0001/coming", made=told).status_code == 404
