"""Controls that answer a finger: what they say, what a touch of them does, and what it does not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.ui.controls.stage import Stage, border

Show = Callable[[str], Stage]
TAPPED = "onTapped: scene.hear('tapped')"

BOXES = {
    "Touchable": f"Touchable {{ width: 300; height: 120; name: '办'; {TAPPED} }}",
    "Button": f"Button {{ width: 300; text: '办'; {TAPPED} }}",
    "PrimaryButton": f"PrimaryButton {{ width: 300; text: '办'; {TAPPED} }}",
    "SecondaryButton": f"SecondaryButton {{ width: 300; text: '办'; {TAPPED} }}",
    "HeaderButton": f"HeaderButton {{ text: '办'; {TAPPED} }}",
    "ChoiceBox": f"ChoiceBox {{ width: 300; text: '办'; {TAPPED} }}",
    "OptionBox": f"OptionBox {{ width: 500; text: '办'; {TAPPED} }}",
    "SelectRow": f"SelectRow {{ width: 500; text: '办'; {TAPPED} }}",
    "FieldBox": f"FieldBox {{ width: 500; name: '办'; {TAPPED} }}",
    "Key": f"Key {{ width: 200; text: '办'; {TAPPED} }}",
    "SampleBox": f"SampleBox {{ width: 200; text: '办'; sample: ''; size: 44; chosen: false; {TAPPED} }}",
    "StripSwitch": f"StripSwitch {{ height: 96; text: '办'; icon: 'help'; {TAPPED} }}",
    "DayBox": f"DayBox {{ width: 120; height: 120; text: '办'; today: ''; chosen: false; {TAPPED} }}",
}


@pytest.mark.parametrize("control", BOXES)
def test_a_tap_is_heard_once_and_only_if_it_ends_where_it_began(stage: Show, control: str) -> None:
    on = stage(BOXES[control])
    assert on.slip() == []
    assert on.tap() == ["tapped"]
    assert on.says() == ([] if control in {"Touchable", "FieldBox"} else ["办"])
    assert on.control.property("name") == "办"


@pytest.mark.parametrize("control", BOXES)
def test_what_is_switched_off_does_not_answer_and_looks_so(stage: Show, control: str) -> None:
    on = stage(BOXES[control])
    before = on.window.grabWindow()
    on.control.setEnabled(False)
    assert on.tap() == []
    plain = {"Touchable", "Button", "HeaderButton", "Key", "SampleBox", "StripSwitch"}
    assert (on.window.grabWindow() == before) == (control in plain)


@pytest.mark.parametrize("control", sorted(BOXES.keys() - {"Touchable", "Button", "FieldBox"}))
def test_a_finger_that_rests_is_seen_before_it_is_lifted(stage: Show, control: str) -> None:
    on = stage(BOXES[control])
    on.kiosk.settle()
    before = on.window.grabWindow()
    on.press()
    assert on.heard == [] and on.window.grabWindow() != before
    on.slip()


@pytest.mark.parametrize(
    ("qml", "token"),
    [
        ("Button { width: 300; text: '办' }", "heading"),
        ("HeaderButton { text: '办' }", "label"),
        ("ChoiceBox { width: 300; text: '办' }", "field"),
        ("OptionBox { width: 300; text: '办' }", "field"),
        ("OptionBox { width: 300; text: '办'; narrow: true }", "label"),
        ("SelectRow { width: 300; text: '办' }", "field"),
        ("SelectRow { width: 300; hint: '办' }", "field"),
        ("InputField { width: 300; text: '办' }", "field"),
        ("InputField { width: 300; text: '办'; keypad: true }", "heading"),
        ("Key { width: 300; text: '办' }", "outcome"),
        ("Key { width: 300; text: '办理' }", "outcome"),
        ("DayBox { width: 120; height: 120; text: '办'; today: ''; chosen: false }", "row"),
        ("Tag { text: '办' }", "small"),
    ],
)
def test_its_word_is_set_in_its_size_of_the_theme(stage: Show, qml: str, token: str) -> None:
    on = stage(qml)
    word = next(item for item in on.parts("QQuickText") if item.property("text"))
    assert word.property("font").pixelSize() == on.theme.property(token)


def test_what_a_screen_reader_presses_is_asked_of_the_window_first(stage: Show) -> None:
    """Reader."""
    listens = "Connections { target: Reader; function onPressed(control) { scene.hear(control.name) } }"
    on = stage(f"Touchable {{ width: 300; height: 120; name: '办'; {TAPPED}; {listens} }}")
    action = QAccessible.queryAccessibleInterface(on.control).actionInterface()
    assert action
    action.doAction(action.pressAction())
    assert on.heard == ["办"]


def test_no_touch_goes_through_what_lies_over_a_screen(stage: Show) -> None:
    """Overlay."""
    below = f"Touchable {{ width: 300; height: 120; {TAPPED} }}"
    on = stage(
        f"Item {{ width: 300; height: 120; {below} Overlay {{ anchors.fill: parent; %s }} }}"
        % "name: 'over'; onAway: scene.hear('away')"
    )
    assert on.tap() == ["away"]


@pytest.mark.parametrize(
    ("box", "ring"),
    [
        ("50, 50, 200, 100", (37, 37, 226, 126)),
        ("0, 800, 200, 100", (0, 787, 213, 113)),
        ("900, 0, 100, 100", (887, 0, 113, 113)),
    ],
    ids=["outside", "lower left", "upper right"],
)
def test_the_ring_lies_around_a_control_and_on_the_screen(stage: Show, box: str, ring: tuple[int, ...]) -> None:
    """FocusRing."""
    on = stage(f"FocusRing {{ box: Qt.rect({box}); around: 8 }}")
    assert on.control.mapRectToItem(on.scene, on.control.boundingRect()).getRect() == ring
    (outer,) = on.control.childItems()
    assert outer.property("radius") == 21 and border(outer) == (13, on.colour("surface"))
    assert border(outer.childItems()[0]) == (6, on.colour("ink"))


@pytest.mark.parametrize(
    ("qml", "icon"),
    [
        ("Button { width: 300; text: '办'; icon: 'home' }", "home"),
        ("Key { width: 300; text: '办'; icon: 'down'; upright: true }", "down"),
        ("Key { width: 300; text: '办'; icon: 'erase' }", "erase"),
        ("SelectRow { width: 300; text: '办' }", "forward"),
        ("ChoiceBox { width: 300; text: '办'; chosen: true }", "tick"),
        ("OptionBox { width: 300; text: '办'; chosen: true }", "tick"),
        ("OptionBox { width: 300; text: '办' }", "forward"),
        ("OptionBox { width: 300; text: '办'; narrow: true }", ""),
        ("OptionBox { width: 300; text: '办'; ticking: true }", ""),
        ("OptionBox { width: 300; text: '办'; ticking: true; chosen: true }", "tick"),
        ("OptionBox { width: 300; text: '办'; enabled: false }", ""),
        ("ChoiceBox { width: 300; text: '办' }", ""),
    ],
)
def test_its_icon_says_what_the_word_says(stage: Show, qml: str, icon: str) -> None:
    assert stage(qml).icons() == ([icon] if icon else [])


def test_a_word_is_set_as_large_as_there_is_room(stage: Show) -> None:
    """Button."""
    on = stage("Button { width: 300; text: '继续办理' }")
    (word,) = on.parts("QQuickText")
    large = word.property("font").pixelSize()
    assert large == on.theme.property("heading")
    on.control.setWidth(140)
    assert word.property("contentWidth") <= 140 and not word.property("truncated")


@pytest.mark.parametrize("control", ["ChoiceBox", "DayBox", "OptionBox"])
def test_what_is_chosen_has_a_thick_edge_in_the_channels_colour(stage: Show, control: str) -> None:
    on = stage(BOXES[control])
    on.theme.setProperty("channel", "wechat")
    assert border(on.control)[1] == on.colour("control")
    on.control.setProperty("chosen", True)
    assert border(on.control) == (on.theme.property("chosenWidth"), on.colour("accent"))
    assert on.control.property("color") == on.colour("tint")
    assert on.text("办").property("font").bold()


@pytest.mark.parametrize("control", ["ChoiceBox", "FieldBox", "SelectRow"])
def test_what_is_wrong_has_an_edge_in_the_colour_of_errors(stage: Show, control: str) -> None:
    on = stage(BOXES[control])
    assert border(on.control) == (on.theme.property("controlWidth"), on.colour("control"))
    on.control.setProperty("wrong", True)
    assert border(on.control) == (on.theme.property("errorWidth"), on.colour("error"))


def test_the_field_that_is_typed_into_has_a_dark_edge(stage: Show) -> None:
    """FieldBox."""
    on = stage("FieldBox { width: 500; typing: true }")
    assert border(on.control) == (on.theme.property("errorWidth"), on.colour("ink"))


def test_a_value_that_is_not_picked_yet_is_asked_for(stage: Show) -> None:
    """SelectRow."""
    on = stage("SelectRow { width: 500; hint: '请选择'; caption: '贵阳市' }")
    assert on.says() == ["请选择", "贵阳市"] and on.text("请选择").property("color") == on.colour("placeholder")
    on.control.setProperty("wrong", True)
    assert on.text("请选择").property("color") == on.colour("errorInk")
    on.control.setProperty("text", "贵州银行")
    assert on.says() == ["贵州银行", "贵阳市"] and on.text("贵州银行").property("color") == on.colour("ink")


@pytest.mark.parametrize("narrow", ["true", "false"])
def test_what_is_remarked_of_an_option_is_said_once(stage: Show, narrow: str) -> None:
    """OptionBox."""
    on = stage(f"OptionBox {{ width: 600; text: '2026年10月'; caption: '补缴'; narrow: {narrow} }}")
    assert [text for text in on.says() if text] == ["2026年10月", "补缴"]


@pytest.mark.parametrize("touched", ["no", "yes"])
def test_one_of_two_is_chosen(stage: Show, touched: str) -> None:
    """Choices."""
    on = stage(
        "Choices { width: 600; onChosen: id => scene.hear(id);"
        "options: [{id: 'no', title: '否', chosen: true}, {id: 'yes', title: '是', chosen: false}] }"
    )
    assert on.says() == ["否", "是"]
    assert [on.kiosk.find(f"option.{id}").width() for id in ("no", "yes")] == [292, 292]
    assert [on.kiosk.find(f"option.{id}").property("chosen") for id in ("no", "yes")] == [True, False]
    assert on.tap_named(f"option.{touched}") == [touched]


def test_a_list_that_changes_keeps_the_boxes_that_are_touched(stage: Show) -> None:
    """Rows."""
    on = stage(
        "Row { property var now: ['a', 'b']; Rows { id: list; rows: parent.now;"
        "Text { required property int index; text: list.held[index] } } }"
    )
    before = list(on.parts("QQuickText"))
    assert on.says() == ["a", "b"]
    on.control.setProperty("now", ["c", "d"])
    assert on.says() == ["c", "d"] and list(on.parts("QQuickText")) == before
    on.control.setProperty("now", ["e"])
    on.kiosk.settle()
    assert on.says() == ["e"]


@pytest.mark.parametrize(
    ("page", "pages", "named", "by"),
    [
        (1, 3, "page.next", ["1"]),
        (3, 3, "page.next", []),
        (2, 3, "page.previous", ["-1"]),
        (1, 3, "page.previous", []),
    ],
)
def test_pages_are_turned_while_there_are_any(stage: Show, page: int, pages: int, named: str, by: list[str]) -> None:
    """Pager."""
    on = stage(
        f"Pager {{ page: {page}; pages: {pages}; text: '第 {page} 页'; previousText: '上一页'; nextText: '下一页';"
        "onTurned: by => scene.hear(by) }"
    )
    assert (on.kiosk.text("page.previous"), on.kiosk.text("page.next")) == ("上一页", "下一页")
    assert on.kiosk.text("text.page") == f"第 {page} 页"
    assert on.tap_named(named) == by


def test_one_page_has_nothing_to_turn(stage: Show) -> None:
    """Pager."""
    assert stage("Pager { page: 1; pages: 1; text: '1'; previousText: '上一页'; nextText: '下一页' }").says() == []


@pytest.mark.parametrize(
    ("value", "named", "by"), [(1, "fewer", []), (2, "fewer", ["-1"]), (2, "more", ["1"]), (3, "more", [])]
)
def test_a_number_goes_from_one_to_the_most(stage: Show, value: int, named: str, by: list[str]) -> None:
    """Stepper."""
    on = stage(f"Stepper {{ value: {value}; most: 3; onAdded: by => scene.hear(by) }}")
    assert on.kiosk.text("text.copies") == str(value)
    assert on.icons() == ["minus", "plus"]
    assert on.tap_named(named) == by


KEYPAD = (
    "Keypad { width: 900; deleteText: '删除'; clearText: '清空'; nextText: '下一项';"
    " caption: '正在填写：证件号码'; counted: '已输入 3 位';"
    "characters: [%s]; onPressed: key => scene.hear(key); onErased: scene.hear('erased');"
    "onCleared: scene.hear('cleared'); onNext: scene.hear('next') }"
)


@pytest.mark.parametrize("last", ["0", "X", "."])
def test_every_key_of_the_keypad_types_what_it_says(stage: Show, last: str) -> None:
    """Keypad."""
    characters = [*"1234567890", *([] if last == "0" else last)]
    on = stage(KEYPAD % ", ".join(f"'{character}'" for character in characters))
    assert {"正在填写：证件号码", "已输入 3 位", *characters} <= set(on.says())
    for character in characters:
        assert on.kiosk.text(f"key.{character.lower()}") == character
        on.tap_named(f"key.{character.lower()}")
    assert on.heard == characters


@pytest.mark.parametrize(
    ("key", "says", "does"), [("delete", "删除", "erased"), ("clear", "清空", "cleared"), ("next", "下一项", "next")]
)
def test_the_other_keys_of_the_keypad_do_what_they_say(stage: Show, key: str, says: str, does: str) -> None:
    """Keypad."""
    on = stage(KEYPAD % "'1', '2'")
    assert on.kiosk.text(f"key.{key}") == says
    assert on.tap_named(f"key.{key}") == [does]


FIELD = (
    "InputField { width: 600; name: '证件号码'; text: '5201'; shown: '52 01'; hint: '请输入'; %s"
    " onUsed: scene.hear('used'); onKeyed: key => scene.hear(key); onErased: scene.hear('erased');"
    "onEdited: text => scene.hear(text); onAccepted: scene.hear('accepted') }"
)


def test_a_field_shows_what_is_shown_and_not_what_was_typed(stage: Show) -> None:
    """InputField."""
    on = stage(FIELD % "")
    assert [text for text in on.says() if text] == ["52 01"]
    on.control.setProperty("shown", "")
    assert on.says() == ["请输入"] and on.text("请输入").property("color") == on.colour("placeholder")
    on.control.setProperty("wrong", True)
    assert on.text("请输入").property("color") == on.colour("errorInk")


def test_a_finger_asks_to_use_a_field(stage: Show) -> None:
    """InputField."""
    assert stage(FIELD % "").tap() == ["used"]


def test_a_field_on_the_keypad_takes_figures_of_a_keyboard_too_and_no_letters(stage: Show) -> None:
    """InputField."""
    on = stage(FIELD % "active: true; keypad: true;")
    on.kiosk.until(on.control.hasActiveFocus, "the focus")
    for key in (Qt.Key.Key_7, Qt.Key.Key_X, Qt.Key.Key_A, Qt.Key.Key_Backspace, Qt.Key.Key_Period):
        on.key(key)
    assert on.heard == ["7", "X", "erased", "."]


def test_a_line_that_is_typed_tells_what_it_holds(stage: Show) -> None:
    """InputField."""
    on = stage(FIELD % "active: true;")
    on.kiosk.until(lambda: on.window.activeFocusItem().inherits("QQuickTextInput"), "the focus")
    on.kiosk.write("王")
    assert on.heard == ["5201王"]
    assert on.key(Qt.Key.Key_Return)[-1] == "accepted"


def test_a_day_says_its_number_and_whether_it_is_today(stage: Show) -> None:
    """DayBox."""
    on = stage("DayBox { width: 120; height: 120; text: '23'; today: '今天'; chosen: false }")
    assert on.says() == ["23", "今天"]
    on.control.setHeight(90)
    assert on.says() == ["23"]


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])
@pytest.mark.parametrize("control", [control for control in BOXES if control not in {"Touchable", "DayBox"}])
def test_a_finger_has_room_at_every_size_of_text(stage: Show, control: str, scale: float) -> None:
    on = stage(BOXES[control])
    on.theme.setProperty("scale", scale)
    assert on.control.height() >= on.theme.property("touch")


@pytest.mark.parametrize("lit", [False, True])
def test_a_switch_is_lit_while_what_it_opens_is_open(stage: Show, lit: bool) -> None:
    on = stage(f"StripSwitch {{ height: 96; text: '字号'; icon: 'text'; lit: {str(lit).lower()} }}")
    assert (on.control.property("color") == on.colour("stripOpen")) == lit
    assert on.text("字号").property("font").bold() == lit and on.icons() == ["text"]


def test_a_size_is_shown_by_its_size(stage: Show) -> None:
    on = stage("SampleBox { width: 234; text: '最大'; sample: '缴费'; size: 57; chosen: true }")
    assert on.text("缴费").property("font").pixelSize() == 57
    assert on.icons() == ["tick"] and border(on.control) == (5, on.colour("accent"))
