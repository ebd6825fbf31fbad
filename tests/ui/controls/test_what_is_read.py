"""Controls that are read: what they say, in which colour, and that nothing is cut."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor

from tests.ui.controls.stage import Stage

Show = Callable[[str], Stage]


def sizes(on: Stage) -> list[int]:
    return [item.property("font").pixelSize() for item in on.parts("QQuickText")]


def test_a_sum_stands_between_its_words_and_its_unit(stage: Show) -> None:
    """Amount."""
    on = stage("Amount { figure: '1,800.00'; before: '合计'; size: 100; named: 'text.amount' }")
    assert on.says() == ["合计", "1,800.00", "元"]
    assert on.kiosk.text("text.amount") == "1,800.00"
    assert sizes(on) == [54, 100, 52]
    lefts = [item.x() for item in on.parts("QQuickText")]
    assert lefts == sorted(lefts)
    on.control.setProperty("figure", "")
    assert on.says() == []


def test_without_words_a_sum_begins_at_the_left(stage: Show) -> None:
    """Amount."""
    assert stage("Amount { figure: '0.01' }").text("0.01").x() == 0


def test_a_label_is_plain_text_in_one_ink(stage: Show) -> None:
    """Label."""
    on = stage("Label { text: '张三' }")
    before = on.control.width()
    on.control.setProperty("text", "<b>张三</b>")
    assert on.control.width() > before + 100, "mark-up is shown, and not obeyed"
    assert on.control.property("color") == on.colour("ink")
    assert sizes(on) == [on.theme.property("note")]


def test_a_label_that_has_no_room_is_elided_unless_it_wraps(stage: Show) -> None:
    """Label."""
    on = stage("Label { width: 100; text: '城乡居民基本医疗保险' }")
    assert on.control.property("truncated") is True
    on.control.setProperty("wrapMode", 4)
    assert on.control.property("truncated") is False and on.control.property("lineCount") > 1


def test_a_title_is_a_larger_bold_label(stage: Show) -> None:
    """Title."""
    on = stage("Title { text: '支付结果' }")
    assert on.control.property("font").bold()
    assert sizes(on) == [on.theme.property("heading")]


@pytest.mark.parametrize(
    ("sentence", "room", "lines"),
    [
        ("请核对。", 10, ["请核对。"]),
        ("系统会继续记入缴费记录，请勿重复付款", 14, ["系统会继续记入缴费记录，", "请勿重复付款"]),
        ("请先阅读并勾选同意【服务协议】", 10, ["请先阅读并勾选同意", "【服务协议】"]),
        ("第一行\n第二行", 10, ["第一行", "第二行"]),
        ("ABCDEFGHIJ，好好", 8, ["ABCDEFGHIJ，", "好好"]),
    ],
)
def test_a_sentence_is_broken_where_it_pauses(stage: Show, sentence: str, room: int, lines: list[str]) -> None:
    """Sentence."""
    text = sentence.replace("\n", "\\n")
    on = stage(f"Sentence {{ font.pixelSize: 40; width: {40 * room}; sentence: '{text}' }}")
    assert on.control.property("text").split("\n") == lines
    assert on.control.property("truncated") is False


@pytest.mark.parametrize("narrow", ["false", "true"])
def test_what_is_wrong_is_said_with_a_sign(stage: Show, narrow: str) -> None:
    """ErrorLine."""
    on = stage(f"ErrorLine {{ width: 500; text: '号码有一位不对'; narrow: {narrow} }}")
    assert on.says() == ["号码有一位不对"] and on.icons() == ["warning"]
    assert on.text("号码有一位不对").property("color") == on.colour("error")
    assert sizes(on) == [on.theme.property("small" if narrow == "true" else "note")]
    on.control.setProperty("text", "")
    assert on.says() == [] and on.icons() == []


@pytest.mark.parametrize(
    ("above", "scale", "width", "stacked"),
    [("false", 1, 800, False), ("true", 1, 800, True), ("false", 1.3, 800, True), ("false", 1.3, 960, False)],
)
def test_a_field_has_its_name_beside_it_or_above_and_its_error_below(
    stage: Show, above: str, scale: float, width: int, stacked: bool
) -> None:
    """FieldRow."""
    on = stage(
        f"FieldRow {{ width: {width}; label: '姓名'; field: 'name'; above: {above};"
        "Rectangle { objectName: 'box'; width: parent.width; height: 104 } }"
    )
    on.theme.setProperty("scale", scale)
    box, name = on.kiosk.find_shown("box"), on.text("姓名")
    assert on.icons() == ["star"], "it is required"
    at = box.mapRectToItem(on.scene, box.boundingRect())
    assert (at.left() == 0) == stacked and (at.top() >= name.height()) == stacked
    whole = on.control.height()
    on.control.setProperty("error", "请输入姓名")
    assert on.kiosk.text("text.error.name") == "请输入姓名"
    below = on.kiosk.find_shown("text.error.name")
    assert below.mapRectToItem(on.scene, below.boundingRect()).top() >= at.bottom()
    assert on.control.height() > whole
    on.control.setProperty("optional", True)
    assert "star" not in on.icons()


def test_a_tag_is_as_wide_as_its_word(stage: Show) -> None:
    """Tag."""
    on = stage("Tag { text: '演示' }")
    assert on.says() == ["演示"] and on.control.property("color") == on.colour("demo")
    before = on.control.width()
    on.control.setProperty("text", "演示终端")
    assert on.control.width() > before


def test_a_disc_holds_an_icon_or_a_number(stage: Show) -> None:
    """Disc."""
    on = stage("Disc { text: '3' }")
    assert (on.says(), on.icons()) == (["3"], [])
    assert on.control.property("color") == on.colour("accent")
    assert on.control.property("radius") == on.control.width() / 2
    on = stage("Disc { icon: 'clock' }")
    assert on.icons() == ["clock"]


def test_a_channel_is_told_by_its_character(stage: Show) -> None:
    """ChannelGlyph."""
    on = stage("ChannelGlyph { text: '微'; color: '#000000' }")
    assert on.says() == ["微"] and on.control.width() == on.control.height()
    assert on.text("微").property("color") == QColor("#FFFFFF")


def test_an_icon_tile_shows_its_icon_in_the_channels_colours(stage: Show) -> None:
    """IconTile."""
    on = stage("IconTile { icon: 'home' }")
    on.theme.setProperty("channel", "alipay")
    assert on.icons() == ["home"] and on.control.property("color") == on.colour("tint")
    (icon,) = (item for item in on.parts("QQuickShape"))
    assert icon.property("color") == on.colour("accent")


def test_every_icon_draws_something_of_its_own(stage: Show) -> None:
    """Icon and Icons."""
    on = stage("Icon { name: '' }")
    assert not on.control.isVisible()
    drawn: set[bytes] = set()
    names = list(on.scene.property("icons").toVariant())
    for name in names:
        on.control.setProperty("name", name)
        assert on.control.isVisible(), name
        picture = on.window.grabWindow().copy(0, 0, 48, 48)
        drawn.add(bytes(picture.constBits()))
    assert len(names) > 20 and len(drawn) == len(names)
    on.control.setProperty("name", "no such icon")
    assert not on.control.isVisible()


@pytest.mark.parametrize("chosen", [False, True])
def test_a_mark_is_ticked_or_empty(stage: Show, chosen: bool) -> None:
    """RoundMark."""
    on = stage(f"RoundMark {{ chosen: {str(chosen).lower()} }}")
    assert on.icons() == (["tick"] if chosen else [])
    assert on.control.property("color") == on.colour("accent" if chosen else "surface")


@pytest.mark.parametrize("done", range(4))
def test_as_many_segments_are_filled_as_steps_are_done(stage: Show, done: int) -> None:
    """ProgressSegments."""
    on = stage(f"ProgressSegments {{ done: {done}; total: 3 }}")
    filled = [item.property("color") == on.colour("accent") for item in on.parts("QQuickRectangle")]
    assert filled == [index < done for index in range(3)]


@pytest.mark.parametrize(("part", "sweep"), [(1, -360), (0.25, -90), (0, 0), (-1, 0), (2, -360)])
def test_a_ring_shows_how_much_time_is_left(stage: Show, part: float, sweep: int) -> None:
    """Ring, read from its picture: at half past one and at half past ten."""
    on = stage(f"Ring {{ part: {part}; text: '04:59'; caption: '后失效' }}")
    assert on.says() == ["04:59", "后失效"]
    assert on.kiosk.text("text.seconds_left") == "04:59"
    picture = on.window.grabWindow()
    right, left = picture.pixelColor(232 - 8 - 34, 42), picture.pixelColor(42, 42)
    accent = on.colour("accent")
    assert (left == accent) == (abs(sweep) >= 90)
    assert (right == accent) == (abs(sweep) == 360)


def test_larger_text_makes_controls_higher_and_margins_no_wider(stage: Show) -> None:
    """Theme."""
    on = stage("Item {}")
    grows = ("small", "note", "label", "field", "heading", "outcome", "rowHeight")
    grows_so_far = {"fieldHeight": 136, "buttonHeight": 136, "keyHeight": 144}
    stays = ("margin", "gap", "inset", "touch", "controlWidth")
    before = {name: on.theme.property(name) for name in (*grows, *stays)}
    on.theme.setProperty("scale", 1.5)
    for name in grows:
        assert on.theme.property(name) == pytest.approx(1.5 * before[name], abs=1), name
    assert {name: on.theme.property(name) for name in grows_so_far} == grows_so_far
    assert {name: on.theme.property(name) for name in stays} == {name: before[name] for name in stays}
    assert on.theme.property("title") < 1.5 * 54, "titles grow less"


def test_what_needs_two_lines_has_them_of_about_the_same_length(stage: Show) -> None:
    """Even."""
    on = stage("Even { room: 400; text: '国家税务总局贵阳市南明区税务局' }")
    assert on.control.property("lineCount") == 2
    assert on.control.property("contentWidth") < 400
    short = stage("Even { room: 400; text: '南明区' }")
    assert (short.control.property("lineCount"), short.control.width()) == (1, 400)


@pytest.mark.parametrize("chosen", [False, True])
def test_what_is_chosen_stands_behind_a_tick(stage: Show, chosen: bool) -> None:
    on = stage(f"ChosenName {{ text: '深色'; room: 300; chosen: {str(chosen).lower()} }}")
    assert on.says() == ["深色"] and on.icons() == ["tick"] * chosen
    assert on.text("深色").property("color") == on.colour("accentInk" if chosen else "ink")


def test_a_contrast_is_painted_in_its_own_colours_whatever_is_worn(stage: Show) -> None:
    on = stage("Item { property color bg: own.bg; property Paint own: Paint { contrast: 'dark'; channel: 'wechat' } }")
    assert on.control.property("bg").name() == "#10171f"
    assert on.colour("bg").name() == "#eef2f6"
    on.theme.setProperty("contrast", "high")
    assert (on.colour("bg").name(), on.colour("accent").name()) == ("#ffffff", "#0a2650")
    assert on.control.property("bg").name() == "#10171f"
