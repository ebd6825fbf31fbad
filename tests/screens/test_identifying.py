"""Saying who one is: typed by finger, with every field telling what is wrong and keeping what was typed."""

from collections.abc import Iterator

import pytest

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.standing import Standing
from tests.screens.visitor import Visitor

NUMBER = "520199197803150119"


@pytest.fixture
def ground(standing: Standing) -> Iterator[Playground]:
    with standing.visit() as ground:
        yield ground


@pytest.fixture(autouse=True)
def asked(kiosk: Kiosk) -> None:
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")


def test_typed_on_the_keypad_and_by_the_keyboard(kiosk: Kiosk) -> None:
    kiosk.type(NUMBER)
    assert kiosk.text("text.counted") == "已输入 18 位，共 18 位"
    kiosk.touch("key.next")
    kiosk.write("张建国")
    kiosk.touch("next")
    kiosk.shows("wechat.menu")


def test_a_finger_on_the_field_in_use_leaves_the_keypad_in_use(kiosk: Kiosk) -> None:
    kiosk.touch("field.number")
    kiosk.touch("field.number")
    kiosk.type("520")
    assert kiosk.text("text.counted").startswith("已输入 3 位")


def test_keys_erase_and_clear(kiosk: Kiosk, ground: Playground) -> None:
    kiosk.type("5201")
    kiosk.touch("key.delete")
    kiosk.type("X")
    assert kiosk.text("text.counted").startswith("已输入 4 位")
    kiosk.touch("key.clear")
    assert kiosk.text("text.counted").startswith("已输入 0 位")


@pytest.mark.parametrize(
    ("number", "name", "field", "sentence"),
    [
        ("520199197803150118", "张建国", "number", "号码有一位不对，请对照证件检查"),
        ("520199197802300110", "张建国", "number", ""),
        (NUMBER, "张3国", "name", ""),
        (NUMBER, "张\u200b建国", "name", ""),
        (NUMBER, "张" * 60, "name", ""),
        (NUMBER, "", "name", ""),
        ("5201", "张建国", "number", ""),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(
    kiosk: Kiosk, number: str, name: str, field: str, sentence: str
) -> None:
    kiosk.type(number)
    kiosk.touch("key.next")
    if name:
        kiosk.write(name)
    kiosk.touch("next")
    said = kiosk.text(f"text.error.{field}")
    assert said and sentence in said
    assert kiosk.has("wechat.identify")
    shown = "".join(kiosk.texts()).replace(" ", "")
    assert number in shown or number[:3] in shown


@pytest.mark.parametrize(
    ("number", "name"), [(NUMBER, "李建国"), ("520199197803150135", "张建国")], ids=["another name", "nobody"]
)
def test_not_found_and_another_name_are_told_alike(kiosk: Kiosk, number: str, name: str) -> None:
    kiosk.type(number)
    kiosk.touch("key.next")
    kiosk.write(name)
    kiosk.touch("next")
    kiosk.until(
        lambda: kiosk.has("text.problem") and "未查询到与所填姓名、证件号码一致" in kiosk.text("text.problem"), "told"
    )
    assert kiosk.text("text.problem") == "未查询到与所填姓名、证件号码一致的参保人信息，请核对后重新填写。"


def test_a_residence_permit_is_picked_and_found(visitor: Visitor, kiosk: Kiosk) -> None:
    kiosk.touch("select.kind")
    kiosk.shows("wechat.identify_kind")
    kiosk.touch("option.237")
    kiosk.shows("wechat.identify")
    kiosk.type("810000199408230021")
    kiosk.touch("key.next")
    kiosk.write("何家辉")
    kiosk.touch("next")
    kiosk.shows("wechat.menu")


def test_picking_a_kind_keeps_what_was_typed(kiosk: Kiosk) -> None:
    kiosk.type(NUMBER)
    kiosk.touch("select.kind")
    kiosk.touch("option.201")
    kiosk.shows("wechat.identify")
    assert "520***********0119" in kiosk.text("field.number") or "520***********0119" in kiosk.texts()


def test_the_first_wrong_field_is_in_use(kiosk: Kiosk) -> None:
    kiosk.type("5201")
    kiosk.touch("key.next")
    kiosk.write("张建国")
    kiosk.touch("next")
    kiosk.find("key.5")
