"""What a button says is what it does: where two stand side by side, each is read and then touched."""

from collections.abc import Iterator

import pytest

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.alone import ALONE_S
from tests.screens.standing import Standing
from tests.screens.test_leaving import alone, traces
from tests.screens.visitor import Visitor

SOME_S = 20
"""So long before a visit is over the visitor has been asked, and has time to answer on a busy machine as well."""
UNREAD = "请先阅读并勾选同意《个人委托扣款协议授权》"


@pytest.fixture
def ground(standing: Standing) -> Iterator[Playground]:
    with standing.visit() as ground:
        yield ground


def test_who_does_not_agree_has_not_agreed(visitor: Visitor, kiosk: Kiosk) -> None:
    visitor.walks("tax_app.agreement", "tax_app.agreement")
    kiosk.touch("tick.consent")
    kiosk.find_shown("reading")
    assert (kiosk.text("agree"), kiosk.text("disagree")) == ("同意", "不同意")
    kiosk.touch("disagree")
    kiosk.until(lambda: not kiosk.has("reading"), "the form")
    kiosk.touch("next")
    kiosk.until(lambda: kiosk.turn_to("text.error.consent"), "that it is not agreed to, on whichever page")
    assert kiosk.text("text.error.consent") == UNREAD
    kiosk.touch("tick.consent")
    kiosk.touch("agree")
    kiosk.until(lambda: not kiosk.has("text.error.consent"), "that it is agreed to")


def test_who_ends_the_visit_has_ended_it(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.enters("张建国")
    alone(ground, ALONE_S - SOME_S)
    assert (kiosk.text("stay"), kiosk.text("leave")) == ("继续办理", "结束，退出")
    kiosk.touch("leave")
    kiosk.shows("home")
    kiosk.settle()
    assert traces(ground) == []


def test_who_goes_on_is_where_they_were(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.enters("张建国")
    alone(ground, ALONE_S - SOME_S)
    kiosk.touch("stay")
    kiosk.until(lambda: not kiosk.has("warning"), "the question to go away")
    alone(ground, 1)
    kiosk.shows("wechat.menu")


@pytest.mark.parametrize(("key", "says", "left"), [("delete", "删除", 3), ("clear", "清空", 0)])
def test_keys_take_back_one_figure_or_all(kiosk: Kiosk, key: str, says: str, left: int) -> None:
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")
    kiosk.type("5201")
    assert kiosk.text(f"key.{key}") == says
    kiosk.touch(f"key.{key}")
    kiosk.until(lambda: kiosk.text("text.counted").startswith(f"已输入 {left} 位"), f"{left} figures")
