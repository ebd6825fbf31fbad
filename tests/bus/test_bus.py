"""Whoever has only a screen reader: three flows over the bus, and each screen is told as it can be seen."""

from kit.bus.atspi import State, Thing
from kit.bus.visitor import TO_BE_PRESSED
from tests.bus.against import faults, stayed
from tests.bus.conftest import Played

NUMBER, MASKED = "520199197803150119", "520***********0119"
HOME = "社会保险费自助缴费"


def comes(terminal: Played, title: str) -> None:
    """A screen comes by its heading, and is told as it can be seen."""
    terminal.visitor.arrives(title)
    before, things, after = terminal.seen(), terminal.visitor.screen(), terminal.seen()
    assert faults(stayed(before, after), things) == [], title


def is_(terminal: Played, state: State) -> set[str]:
    """What controls are in that state."""
    return {one.name for one in _controls(terminal) if state in one.states}


def is_not(terminal: Played, state: State) -> set[str]:
    return {one.name for one in _controls(terminal) if state not in one.states}


def alerts(terminal: Played) -> list[str]:
    return [one.name for one in terminal.visitor.screen() if one.role == "alert message"]


def _controls(terminal: Played) -> list[Thing]:
    return [one for one in terminal.visitor.screen() if one.role in TO_BE_PRESSED]


def test_who_pays(terminal: Played) -> None:
    visitor = terminal.visitor
    comes(terminal, HOME)
    assert State.ACTIVE in visitor.reads(HOME, "frame").states
    visitor.presses("微信")
    comes(terminal, "公众号进入")
    visitor.presses("社保缴费")
    comes(terminal, "用户认证")
    visitor.does_beside("张建国")
    visitor.presses("确定")
    comes(terminal, "社保费功能列表")
    visitor.presses("自主缴费", under="灵活就业社保费业务")
    comes(terminal, "缴费信息确认")
    visitor.presses("下一步")
    visitor.reads("请选择缴费险种", "alert message")
    comes(terminal, "缴费信息确认")
    visitor.presses("养老保险", "社保经办机构")
    comes(terminal, "社保经办机构")
    visitor.presses("南明区社会保险事业局", "缴费档次")
    comes(terminal, "缴费档次")
    visitor.presses("60% 档", "确定")
    comes(terminal, "缴费信息确认")
    assert is_(terminal, State.CHECKED) == {"养老保险", "否"}
    assert alerts(terminal) == []
    visitor.presses("下一步")
    comes(terminal, "选择缴款方式")
    visitor.presses("下一步")
    comes(terminal, "支付")
    visitor.does_beside("扫一扫", "银行卡 8888", "指纹验证")
    comes(terminal, "支付结果")
    visitor.reads("支付成功", "heading")


def test_who_takes_a_certificate_and_types(terminal: Played) -> None:
    visitor = terminal.visitor
    visitor.presses("证明开具")
    comes(terminal, "证明开具")
    visitor.presses("微信", "社保缴费", "证件号码")
    comes(terminal, "用户认证")
    assert is_(terminal, State.FOCUSED) == {"证件号码"}
    visitor.presses(*NUMBER, "下一项")
    comes(terminal, "用户认证")
    visitor.presses(*"zhangjian")
    comes(terminal, "用户认证")
    visitor.presses("张建", *"guo", "国")
    comes(terminal, "用户认证")
    asked = visitor.all_that_can_be_asked()
    assert MASKED in asked
    whole = [text for text in asked if NUMBER in text.replace(" ", "")]
    assert len(whole) == 1, "only the dock tells of somebody invented, whole"
    visitor.presses("确定")
    comes(terminal, "社保费功能列表")
    visitor.presses("完税证明开具—社保费")
    comes(terminal, "用户信息确认")
    visitor.presses("税款所属期起")
    comes(terminal, "税款所属期起")
    assert is_not(terminal, State.ENABLED) == {"下一年", "12 月"}
    visitor.presses("9 月", "查询")
    comes(terminal, "完税证明")
    assert "A4 打印机" in is_(terminal, State.CHECKED)
    visitor.presses("打印")
    visitor.reads("打印好了", "heading")
    comes(terminal, "完税证明")


def test_who_looks_at_records(terminal: Played) -> None:
    visitor = terminal.visitor
    visitor.presses("字号")
    visitor.reads("字号、对比度、朗读", "dialog")
    comes(terminal, "字号、对比度、朗读")
    visitor.presses("大")
    comes(terminal, "字号、对比度、朗读")
    assert is_(terminal, State.CHECKED) == {"大", "标准 浅底深字", "关", "中文"}
    visitor.presses("完成", "微信", "社保缴费")
    visitor.does_beside("张建国")
    visitor.presses("确定", "灵活就业基本养老（选档）记录查询")
    comes(terminal, "灵活就业基本养老（选档）记录查询")
    visitor.reads("60% 档", "heading")


def test_nothing_below_a_sheet_is_pressed(terminal: Played) -> None:
    visitor = terminal.visitor
    visitor.arrives(HOME)
    below = visitor.reads("微信", "push button")
    visitor.presses("字号")
    visitor.reads("字号、对比度、朗读", "dialog")
    visitor.bus.press(below)
    visitor.presses("完成")
    visitor.arrives("按渠道办理")
    visitor.bus.press(below)
    visitor.arrives("公众号进入")
