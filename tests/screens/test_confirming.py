"""缴费信息确认: what each choice brings, and every reason why one cannot go on."""

from collections.abc import Iterator

import pytest

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.standing import Standing
from tests.screens.visitor import Visitor


@pytest.fixture
def ground(standing: Standing) -> Iterator[Playground]:
    with standing.visit() as ground:
        yield ground


def test_a_flexible_workers_unpaid_months_can_be_paid(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    visitor.enters("王秀英")
    visitor.opens("flexible_self")
    visitor.fills("flexible", "pension", "520302P")
    kiosk.touch("option.yes")
    kiosk.touch("select.period")
    kiosk.shows("wechat.flexible_period")
    rows = [text for text in kiosk.texts() if text.endswith("月")]
    assert len(rows) >= 1


@pytest.mark.parametrize(
    ("person", "menu", "touches", "field", "sentence"),
    [
        ("杨小军", "flexible_self", ["option.pension"], "insurance", "没有查到这个险种的参保登记"),
        ("吴明芳", "resident_self", ["option.pension"], "insurance", "没有查到这个险种的参保登记"),
        ("赵永红", "flexible_self", ["option.pension"], "period", "已经缴过"),
        ("陈玉梅", "resident_self", ["option.medical"], "period", "已经缴过"),
        ("李桂兰", "resident_self", ["option.medical", "option.yes"], "arrears", "目前支持养老保险的补缴"),
        ("张建国", "flexible_self", ["option.pension", "option.yes"], "arrears", "没有需要补缴的费用"),
        ("张建国", "flexible_self", ["option.pension", "next"], "agency", "请选择社保经办机构"),
        ("张建国", "flexible_self", ["next"], "insurance", "请选择缴费险种"),
    ],
)
def test_what_stands_in_the_way_is_said_beside_the_field(
    visitor: Visitor, kiosk: Kiosk, person: str, menu: str, touches: list[str], field: str, sentence: str
) -> None:
    visitor.enters(person)
    visitor.opens(menu)
    for touch in touches:
        kiosk.touch(touch)
    assert sentence in kiosk.text(f"text.error.{field}")
    kiosk.touch("next")
    assert kiosk.has(f"wechat.confirm_{menu.partition('_')[0]}")


def test_a_year_without_a_published_standard_cannot_be_paid(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    today = ground.backend.parts.desk.payments.almanac.clock().date()
    assert today.month >= 9, "the next year is offered from September"
    visitor.enters("李桂兰")
    visitor.opens("resident_self")
    visitor.fills("resident", "medical", "520581M")
    kiosk.touch("select.period")
    kiosk.shows("wechat.resident_period")
    kiosk.touch(f"option.{today.year + 1}")
    kiosk.shows("wechat.confirm_resident")
    assert "尚未公布，现在不能缴费" in kiosk.text("text.error.period")


def test_another_agency_than_the_one_of_enrolment(visitor: Visitor, kiosk: Kiosk) -> None:
    visitor.enters("张建国")
    visitor.opens("flexible_self")
    kiosk.touch("option.pension")
    kiosk.touch("select.agency")
    for touch in ("option.520200", "up", "option.520100", "option.520103P"):
        kiosk.touch(touch)
    kiosk.shows("wechat.confirm_flexible")
    assert "与参保登记地不一致" in kiosk.text("text.error.agency")


def test_nothing_owed(visitor: Visitor, kiosk: Kiosk) -> None:
    visitor.enters("陈玉梅")
    visitor.opens("resident_self")
    visitor.fills("resident", "pension", "520402P")
    kiosk.touch("option.yes")
    kiosk.touch("next")
    kiosk.shows("wechat.arrears")
    kiosk.until(lambda: "没有需要补缴的费用" in kiosk.texts(), "the sentence")


def test_a_silent_tax_system_can_be_asked_again(visitor: Visitor, kiosk: Kiosk) -> None:
    visitor.enters("张建国")
    visitor.breaks("tax", "down")
    visitor.opens("flexible_self")
    kiosk.until(lambda: "税务系统暂时连接不上" in kiosk.text("text.problem"), "the sentence")
    visitor.mends("tax")
    kiosk.touch("next")
    kiosk.until(lambda: not kiosk.has("text.problem"), "an answer")
    kiosk.touch("option.pension")
    kiosk.touch("select.agency")
    kiosk.shows("wechat.flexible_agency")
