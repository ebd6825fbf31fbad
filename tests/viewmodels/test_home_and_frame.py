"""Home, the frame around every screen, and the keyboard: what stands there at which moment."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from domain.flows.catalogue import SCREENS
from domain.flows.engine import Screen
from domain.flows.steps import Form
from domain.flows.visit import Identity, Visit
from tests.payment.hall import NOON, Hall
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.visits import SOMEBODY, step_of
from viewmodels.keyboard import KeyboardViewModel
from viewmodels.parts import Finish, Parts
from viewmodels.shell.hall import Hall as Behind
from viewmodels.shell.home import HomeViewModel
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.shell import ShellViewModel
from viewmodels.step import StepViewModel
from viewmodels.words import guidance
from viewmodels.words.language import Language

CHANNELS = ["wechat", "alipay", "tax_app", "unionpay"]
NIGHT = NOON + timedelta(hours=11)
"""When one channel takes no business."""


def home_of(parts: Parts) -> HomeViewModel:
    """Home, once what stands behind the screens is there."""
    behind = Behind()
    behind.open("示范办税服务厅", parts)
    return HomeViewModel(parts.language, lambda start: None, behind)


class TestHome:
    def test_every_tile_says_what_it_is_for(self, parts: Parts) -> None:
        home = home_of(parts)
        assert [row["id"] for row in home.property("channels")] == CHANNELS
        assert [row["title"] for row in home.property("channels")] == ["微信", "支付宝", "贵州税务APP", "云闪付"]
        glyphs = [row["icon"] for row in home.property("channels")]
        assert len(set(glyphs)) == 4 and all(len(glyph) == 1 for glyph in glyphs)
        tiles = [*CHANNELS, *(row["id"] for row in home.property("matters"))]
        assert set(home.property("captions")) == set(tiles) and all(home.property("captions").values())

    @pytest.mark.parametrize(("clock", "closed"), [(NOON, []), (NIGHT, ["unionpay"])])
    def test_a_channel_that_is_closed_says_so(
        self, parts: Parts, hall: Hall, clock: datetime, closed: list[str]
    ) -> None:
        hall.now = clock
        captions = home_of(parts).property("captions")
        assert [where for where in CHANNELS if captions[where] == "正在对账，暂停办理"] == closed

    @pytest.mark.parametrize(("off", "closed"), [(timedelta(minutes=5), False), (timedelta(minutes=-6), True)])
    def test_a_clock_that_is_wrong_closes_payment(
        self, parts: Parts, hall: Hall, network: ScriptedNetwork, off: timedelta, closed: bool
    ) -> None:
        home = home_of(parts)
        network.shows = hall.now + off
        home.refresh()
        says = home.property("captions")
        wanted = {*CHANNELS, "matter.pay"} if closed else set()
        assert {where for where in says if says[where] == "暂停，时间不准"} == wanted
        network.shows = hall.now
        home.refresh()
        assert "暂停，时间不准" not in home.property("captions").values()

    def test_what_ends_at_a_printer_says_that_there_is_none(self, parts: Parts) -> None:
        press = replace(parts.print_shop.press, printers={})
        captions = home_of(replace(parts, print_shop=replace(parts.print_shop, press=press))).property("captions")
        assert [where for where, says in captions.items() if says == "打印机暂时不能用"] == ["matter.certificate"]

    def test_a_number_to_call(self, parts: Parts) -> None:
        assert home_of(parts).property("helpNumber") == "12366"


@pytest.fixture
def shell(parts: Parts) -> Iterator[ShellViewModel]:
    def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
        return StepViewModel(parts.language)

    shell = ShellViewModel(lambda: NOON, demo=True, language=parts.language)
    shell.open(make, "示范办税服务厅", parts)
    yield shell
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class TestFrame:
    def test_at_home(self, shell: ShellViewModel) -> None:
        header, strip = shell.header, shell.strip
        assert (header.channelName, header.channelGlyph, header.canGoBack) == ("", "", False)
        assert shell.navigation.welcoming and not shell.navigation.failed
        assert (header.backText, header.homeText, shell.unit) == ("返回", "首页", "元")
        assert strip.demoTag == "演示" and "12366" in strip.help

    def test_on_a_visit(self, shell: ShellViewModel) -> None:
        shell.navigation.begin("alipay")
        header = shell.header
        assert (header.channelName, header.channelGlyph, header.canGoBack) == ("支付宝", "支", True)
        assert header.subtitle == "" and header.title not in {"", "社会保险费自助缴费"}
        assert not shell.navigation.welcoming and shell.strip.demoText == ""

    def test_the_bar_says_what_to_do_until_it_is_known_who_is_served(self, shell: ShellViewModel) -> None:
        served = shell.served
        shell.navigation.begin("wechat")
        assert served.guidance == "在手机上这样进入，在本机上按下面的按钮"
        shell.navigation.finished("enter", Visit("wechat"))
        lead = step_of("wechat.identify", Form).lead
        assert lead != "" and served.guidance == lead
        assert (served.name, served.number, served.proof) == ("", "", "")
        shell.navigation.finished("identified", Visit("wechat", who=Identity(SOMEBODY)))
        assert (served.name, served.number, served.proof) == ("张建国", "520***********0119", "已核对")

    def test_out_of_service(self, shell: ShellViewModel) -> None:
        shell.navigation.begin("alipay")
        shell.navigation.fail(OutOfServiceViewModel(Language(), State(NOON, 8, 8)))
        assert shell.navigation.failed and shell.navigation.welcoming
        assert (shell.header.channelName, shell.strip.printers, shell.strip.demoText) == ("", "", "")

    def test_what_broke_off_is_told_and_understood(self, shell: ShellViewModel) -> None:
        shell.navigation.begin("wechat")
        shell.navigation.break_off()
        told = shell.brokenOff
        assert told.shown and "没有办完" in told.heading and "请不要再付" in told.sentence
        told.understood()
        assert not told.shown


def test_whoever_has_paid_is_told_not_to_pay_again(qapp: object) -> None:
    told = OutOfServiceViewModel(Language(), State(NOON, 8, 8))
    assert "请不要再付" in told.property("paidHeading")
    paid = "".join(told.property("paidPoints"))
    assert "自动入账" in paid and "退给您" in paid and "不要删" in paid and "工作人员" in paid
    assert "大厅窗口" in told.property("unpaidText")


class TestKeyboard:
    @pytest.fixture
    def board(self, qapp: object) -> KeyboardViewModel:
        board = KeyboardViewModel(Language())
        board.begin(False, False)
        return board

    def labels(self, keys: list[dict[str, object]]) -> dict[object, object]:
        return {key["name"]: key["text"] for key in keys}

    def test_its_last_line_says_what_it_does(self, board: KeyboardViewModel) -> None:
        assert self.labels(board.property("foot")) == {
            "signs": "符号",
            "language": "英文",
            "space": "空格",
            "clear": "清空",
            "done": "完成",
        }
        assert self.labels(board.property("keys"))["delete"] == "删除"
        board.press("language")
        assert self.labels(board.property("foot"))["language"] == "中文"
        assert [key["types"] for key in board.property("digits")] == [*"1234567890"]
        board.press("signs")
        assert self.labels(board.property("foot"))["signs"] == "字母" and board.property("digits") == []

    def test_letters_are_shown_as_they_are_printed(self, board: KeyboardViewModel) -> None:
        assert frame_of(board) == ["", "", ""]
        board.compose("lv", ["吕"])
        assert frame_of(board) == ["拼音", "lü", ""]
        assert self.labels(board.property("foot"))["space"] == "选第一个"

    def test_more_words_are_on_sheets(self, board: KeyboardViewModel) -> None:
        board.compose("wang", [*"王网往忘望汪旺亡妄枉罔網惘暀莣魍徃任朢尪辋迋旷抂"])
        assert board.property("moreText") == "更多" and board.property("sheet") == []
        board.press("more")
        assert board.property("moreText") == "收起" and board.property("hint") == "请选字"
        assert board.property("sheetText").startswith("第 1 页 共 ") and board.property("sheet") != []
        assert self.labels(board.property("foot")) == {"earlier": "上一页", "later": "下一页", "delete": "删除"}


def frame_of(board: KeyboardViewModel) -> list[object]:
    return [board.property(name) for name in ("spelt", "letters", "sheetText")]


@pytest.mark.parametrize("at", SCREENS)
def test_the_bar_under_the_title_is_never_blank(at: str) -> None:
    """It counts, or says what to do or who is served; or leads back to a step that is counted, and counts as that."""
    row = SCREENS[at]
    told = guidance.sentence(row.step) or guidance.served(row.step, Visit(who=Identity(SOMEBODY)))[0]
    back = SCREENS.get(next(iter(row.to.values())))
    assert row.counts or told or (back is not None and back.counts)
