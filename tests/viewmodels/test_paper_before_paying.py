"""Whoever is about to pay knows of the paper: where none can be printed it is said beside the sum, first of all."""

from dataclasses import replace
from pathlib import Path

import pytest

from domain.certificates.paper import Media
from domain.flows.steps import Household, PickMethod, Summary
from domain.printing.printer import Condition
from kit.simulators.printers import DemoPrinter, PrinterTrouble
from tests.payment.hall import Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.news import News
from tests.viewmodels.test_household import family
from tests.viewmodels.visits import step_of
from viewmodels.making import paying
from viewmodels.parts import Parts

OUT, JAM, OK = Condition.NO_PAPER, Condition.JAM, Condition.OK
LATER = "现在付款照常入库，但凭条和证明要等打印机修好以后才能打印"


def papers(hall: Hall, parts: Parts, ended: Ended) -> list[str]:
    """What the screens before a payment say of it."""
    visit = family(hall, last="李桂兰")
    shown = (
        paying.pick_method(step_of("wechat.pick_method", PickMethod), visit, parts, ended),
        paying.summary(step_of("unionpay.summary_flexible", Summary), visit, parts, ended),
        paying.household(step_of("wechat.household", Household), visit, parts, ended),
    )
    return [str(model.paper) for model in shown]


@pytest.mark.parametrize(
    ("conditions", "said"),
    [
        ({}, ""),
        ({"a4": OK, "roll": OK}, ""),
        ({"a4": OUT, "roll": OK}, ""),
        ({"a4": OUT}, ""),
        ({"a4": OUT, "roll": JAM}, f"打印机卡纸：{LATER}"),
        ({"a4": OUT, "roll": OUT}, f"打印机缺纸：{LATER}"),
    ],
)
def test_it_is_said_where_no_printer_can_print(
    hall: Hall, parts: Parts, ended: Ended, tmp_path: Path, conditions: dict[str, Condition], said: str
) -> None:
    def printer(name: str, media: Media) -> DemoPrinter:
        return DemoPrinter(name, media, tmp_path / name, lambda: PrinterTrouble.NONE, lambda: 0.0)

    printers = {"a4": printer("A4 打印机", Media.A4), "roll": printer("蓝牙打印机", Media.ROLL_80)}
    shop = parts.print_shop
    shop = replace(shop, press=replace(shop.press, printers=printers), news=News(conditions))
    told = papers(hall, replace(parts, print_shop=shop), ended)
    assert told == [said] * 3


def test_a_hall_without_printers_says_so(hall: Hall, parts: Parts, ended: Ended) -> None:
    shop = parts.print_shop
    shop = replace(shop, press=replace(shop.press, printers={}), news=News({}))
    told = papers(hall, replace(parts, print_shop=shop), ended)
    assert told == ["本机没有打印机，付款以后不能打印凭条和证明"] * 3
