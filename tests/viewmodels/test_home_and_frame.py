"""Home, the frame around every screen, and the keyboard: what stands there at which moment."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from domain.flows.catalogue import SCREENS
from domain.flows.engine import Screen
from domain.flows.visit import Visit
from tests.payment.hall import NOON, ZHANG, Hall
from viewmodels.keyboard import KeyboardViewModel
from viewmodels.parts import Finish, Parts
from viewmodels.shell.home import HomeViewModel
from viewmodels.shell.out_of_service import OutOfServiceViewModel, State
from viewmodels.shell.shell import ShellViewModel
from viewmodels.step import StepViewModel

CHANNELS = ["wechat", "alipay", "tax_app", "unionpay"]
Home = Callable[..., HomeViewModel]


@pytest.fixture
def home(qapp: object) -> Home:
    begun: list[str] = []

    def made(
        offered: Callable[[str], bool] = lambda where: True,
        closed: Callable[[str], bool] = lambda channel: False,
        cannot_print: str = "",
    ) -> HomeViewModel:
        return HomeViewModel(begun.append, offered, closed, lambda: cannot_print)

    return made


class TestHome:
    def test_every_tile_says_what_it_is_for(self, home: Home) -> None:
        screen = home()
        assert [row["id"] for row in screen.property("channels")] == CHANNELS
        assert [row["title"] for row in screen.property("channels")] == ["微信", "支付宝", "贵州税务APP", "云闪付"]
        glyphs = [row["icon"] for row in screen.property("channels")]
        assert len(set(glyphs)) == 4 and all(len(glyph) == 1 for glyph in glyphs)
        tiles = [*CHANNELS, *(row["id"] for row in screen.property("matters"))]
        assert set(screen.property("captions")) == set(tiles) and all(screen.property("captions").values())

    def test_a_channel_that_is_closed_says_so(self, home: Home) -> None:
        captions = home(closed=lambda channel: channel == "unionpay").property("captions")
        assert [where for where in CHANNELS if captions[where] == "正在对账，暂停办理"] == ["unionpay"]

    def test_what_ends_at_a_printer_says_that_there_is_none(self, home: Home) -> None:
        captions = home(cannot_print="缺纸").property("captions")
        assert [where for where, says in captions.items() if says == "打印机暂时不能用"] == ["matter.certificate"]

    def test_what_is_not_offered_has_no_caption(self, home: Home) -> None:
        assert list(home(offered=lambda where: where == "wechat").property("captions")) == ["wechat"]

    def test_a_number_to_call(self, home: Home) -> None:
        assert home().property("helpNumber") == "12366"


@pytest.fixture
def shell(parts: Parts) -> Iterator[ShellViewModel]:
    def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
        return StepViewModel(visit, parts, finish)

    shell = ShellViewModel(lambda: NOON, demo=True)
    shell.open(make, "示范办税服务厅", parts)
    yield shell
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def frame(shell: ShellViewModel, *names: str) -> list[object]:
    return [shell.property(name) for name in names]


class TestFrame:
    def test_at_home(self, shell: ShellViewModel) -> None:
        assert frame(shell, "title", "subtitle", "channelName", "channelGlyph", "canGoBack", "welcoming") == [
            "社会保险费自助缴费",
            "灵活就业人员、城乡居民都可以办",
            "",
            "",
            False,
            True,
        ]
        assert frame(shell, "hall", "time", "date", "demoTag") == ["示范办税服务厅", "04:00", "11月23日 星期一", "演示"]
        assert frame(shell, "unit", "backText", "homeText") == ["元", "返回", "首页"]
        assert shell.property("demoText") != "" and "12366" in shell.property("help")

    def test_on_a_visit(self, shell: ShellViewModel) -> None:
        shell.begin("alipay")
        assert frame(shell, "subtitle", "channelName", "channelGlyph", "canGoBack", "welcoming", "demoText") == [
            "",
            "支付宝",
            "支",
            True,
            False,
            "",
        ]
        assert shell.property("title") not in {"", "社会保险费自助缴费"}

    def test_the_bar_says_what_to_do_and_then_who_is_served(self, shell: ShellViewModel, hall: Hall) -> None:
        shell.begin("wechat")
        assert shell.property("guidance") == "在手机上这样进入，在本机上按下面的按钮"
        shell.finished("enter", Visit("wechat"))
        lead = SCREENS["wechat.identify"].step.lead  # type: ignore[union-attr]
        assert lead != "" and shell.property("guidance") == lead
        zhang = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
        assert frame(shell, "servedName", "servedNumber", "servedState") == ["", "", ""]
        shell.finished("identified", Visit("wechat", visitor=zhang))
        assert frame(shell, "servedName", "servedNumber", "servedState") == ["张建国", "520***********0119", "已认证"]

    def test_out_of_service(self, shell: ShellViewModel) -> None:
        shell.begin("alipay")
        shell.fail(OutOfServiceViewModel(State(NOON, 8, 8)))
        assert frame(shell, "subtitle", "channelName", "failed", "printerText", "demoText") == [
            "本机正在自动恢复",
            "",
            True,
            "",
            "",
        ]
        assert shell.property("help") == "也可以拨打 12366"

    def test_what_broke_off_is_told_and_understood(self, shell: ShellViewModel) -> None:
        shell.begin("wechat")
        shell.break_off()
        assert "没有办完" in shell.property("brokenOffHeading") and "请不要再付" in shell.property("brokenOffText")
        shell.understood()
        assert not shell.property("brokenOff")


def test_whoever_has_paid_is_told_not_to_pay_again(qapp: object) -> None:
    told = OutOfServiceViewModel(State(NOON, 8, 8))
    assert "请不要再付" in told.property("paidHeading")
    paid = "".join(told.property("paidPoints"))
    assert "自动入账" in paid and "退给您" in paid and "不要删" in paid and "工作人员" in paid
    assert "大厅窗口" in told.property("unpaidText")


class TestKeyboard:
    @pytest.fixture
    def board(self, qapp: object) -> KeyboardViewModel:
        board = KeyboardViewModel()
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
        assert board.property("more") == ["更多", "down"] and board.property("sheet") == []
        board.press("more")
        assert board.property("more") == ["收起", "up"] and board.property("hint") == "请选字"
        assert board.property("sheetText").startswith("第 1 页 共 ") and board.property("sheet") != []
        assert self.labels(board.property("foot")) == {"earlier": "上一页", "later": "下一页", "delete": "删除"}


def frame_of(board: KeyboardViewModel) -> list[object]:
    return [board.property(name) for name in ("spelt", "letters", "sheetText")]
