"""Certificates on the screen: asked for, looked at, printed, and what happens when the printer does not."""

from pathlib import Path

import pytest

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.visitor import Visitor
from viewmodels.steps.document import DocumentViewModel
from viewmodels.words.print_phases import Phase

PAYMENT, TAX = "wechat.payment_document", "wechat.tax_document"


def tray(folder: Path) -> list[Path]:
    """The papers that lie in the A4 printer's tray."""
    return sorted((folder / "papers" / "a4").glob("*.pdf"))


def paper_of(ground: Playground) -> bytes:
    step = ground.terminal.shell.navigation.step
    assert isinstance(step, DocumentViewModel) and step.state.paper is not None
    return step.state.paper.pdf


def comes_to_the_paper(visitor: Visitor, kiosk: Kiosk, flow: str = "wechat.certificate.tax_first") -> None:
    document = {"tax_first": TAX, "payment": PAYMENT}[flow.rpartition(".")[2]]
    visitor.walks(flow, document)
    kiosk.find_shown("paper")


def test_what_is_shown_is_what_is_printed(visitor: Visitor, kiosk: Kiosk, ground: Playground, store: Path) -> None:
    comes_to_the_paper(visitor, kiosk, "wechat.certificate.payment")
    shown = paper_of(ground)
    kiosk.touch("more")
    kiosk.touch("next")
    kiosk.until(lambda: kiosk.has("text.outcome") and kiosk.text("text.outcome") == "打印好了", "the end")
    assert [paper.read_bytes() for paper in tray(store)] == [shown, shown]


def test_nothing_is_left_in_the_tray_when_the_visitor_has_gone(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, store: Path
) -> None:
    comes_to_the_paper(visitor, kiosk)
    ground.touch("print")
    assert tray(store)
    kiosk.touch("home")
    kiosk.shows("home")
    kiosk.until(lambda: not tray(store), "an empty tray")


def test_a_jam_midway_is_told_and_the_paper_is_printed_anew_as_a_copy(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, store: Path
) -> None:
    comes_to_the_paper(visitor, kiosk)
    first = paper_of(ground)
    visitor.breaks("printer", "midway")
    kiosk.touch("next")
    kiosk.until(lambda: kiosk.has("text.outcome") and kiosk.text("text.outcome").startswith("打印停住了"), "a stop")
    visitor.mends("printer")
    kiosk.until(lambda: kiosk.text("text.outcome").startswith("没有打印完"), "what went wrong")
    assert not tray(store)
    kiosk.touch("next")
    kiosk.until(lambda: kiosk.text("text.outcome") == "打印好了", "the end")
    assert [paper.read_bytes() for paper in tray(store)] == [paper_of(ground)] != [first]


@pytest.mark.parametrize(
    ("trouble", "said"),
    [("no_paper", "缺纸"), ("jam", "卡纸"), ("cover_open", "盖子没有关好"), ("offline", "没有连接")],
)
def test_a_printer_that_is_out_of_order_is_told_before_one_starts(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, trouble: str, said: str
) -> None:
    visitor.breaks("printer", trouble)
    kiosk.until(lambda: kiosk.text("text.printer") == f"A4 打印机{said}", "the word in the strip")
    visitor.enters("张建国")
    assert f"A4 打印机{said}，可以用蓝牙打印机" in kiosk.texts()


def test_a_paper_is_seen_large_and_moved(visitor: Visitor, kiosk: Kiosk) -> None:
    comes_to_the_paper(visitor, kiosk)
    kiosk.touch("zoom")
    assert [kiosk.text(name) for name in ("larger", "smaller", "close")] == ["放大", "缩小", "关闭"]
    kiosk.touch("larger")
    kiosk.touch("larger")
    parts = [kiosk.text("text.part")]
    while kiosk.find_shown("part.next").isEnabled():
        kiosk.touch("part.next")
        parts.append(kiosk.text("text.part"))
    first = int(parts[0].split()[1])
    count = int(parts[0].split()[3])
    assert count > 4 and parts == [f"第 {part} 屏，共 {count} 屏" for part in range(first, count + 1)]
    kiosk.touch("part.previous")
    assert kiosk.text("text.part") == f"第 {count - 1} 屏，共 {count} 屏"
    kiosk.touch("smaller")
    kiosk.touch("close")
    kiosk.until(lambda: not kiosk.has("large"), "the screen below")


def test_printing_is_called_off_when_the_visitor_leaves(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, store: Path
) -> None:
    comes_to_the_paper(visitor, kiosk)
    visitor.breaks("printer", "silent")
    kiosk.touch("next")
    step = ground.terminal.shell.navigation.step
    assert isinstance(step, DocumentViewModel)
    kiosk.until(lambda: step.state.phase is Phase.PRINTING, "printing")
    kiosk.touch("home")
    kiosk.shows("home")
    assert not tray(store)


def test_three_wrong_answers_to_the_picture_ask_to_start_again(visitor: Visitor, kiosk: Kiosk) -> None:
    visitor.walks("wechat.certificate.payment", "wechat.payment_certificate")
    for _ in range(3):
        kiosk.find_shown("captcha")
        kiosk.touch("field.captcha")
        kiosk.type("2222")
        kiosk.touch("next")
        kiosk.until(lambda: kiosk.has("text.error.captcha") or kiosk.has("text.problem"), "what is wrong")
    kiosk.until(lambda: kiosk.has("text.problem"), "what to do")
    assert "验证码连续输错 3 次，请重新开始" in kiosk.texts()
    kiosk.touch("next")
    kiosk.until(lambda: not kiosk.has("text.problem"), "a new start")


def test_what_is_opened_once_is_not_opened_again(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    comes_to_the_paper(visitor, kiosk)
    ground.touch("print")
    kiosk.touch("next")
    kiosk.shows("wechat.menu")
    kiosk.touch("item.tax_certificate")
    kiosk.touch("select.from")
    kiosk.touch("option.2026-09")
    kiosk.shows("wechat.tax_certificate")
    kiosk.touch("next")
    assert kiosk.text("text.problem") == "未查询到任何开具信息，请确认是否首次开具"


def test_another_persons_certificate_is_not_there(visitor: Visitor, kiosk: Kiosk, ground: Playground) -> None:
    number = ground.demo.certificates
    visitor.walks("alipay.certificate.tax_first", "alipay.menu")
    kiosk.touch("item.tax_reissue")
    kiosk.shows("alipay.tax_reissue")
    kiosk.type(next(iter(number.values())))
    kiosk.touch("next")
    kiosk.until(lambda: "未查询到任何信息" in kiosk.texts(), "E2")
