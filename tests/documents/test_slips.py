"""A 凭条 on each paper: what stands on it, how large, what marks it, and that it is as long as it has to be."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from adapters.documents.typesetter import TypstTypesetter
from adapters.printing.raster import DOTS_PER_MM, POINTS_PER_MM, ROLLS, rasters
from domain.certificates.paper import Media, TypesettingFailed
from domain.printing.slip import PrinterTest, Said, Slip
from domain.runtime import HALL_TIME
from tests.documents.paper import pages, poppler
from tests.payment.hall import ASSETS

NUMBER = "GZT00012026112410240888889696"
SLIP = Slip(
    title=Said("缴费凭条"),
    state=Said("支付成功，已记入您的缴费记录"),
    sum=Said("金额"),
    amount="878.94",
    lines=(
        (Said("缴费人"), Said("张**")),
        (Said("险种"), Said("灵活就业 养老保险")),
        (Said("流水号"), Said(NUMBER)),
    ),
    after=(Said("银行将在2-5个工作日原路退回所缴费款。"),),
    foot=(Said("有疑问的，请拨打 12366。"),),
    reprint=Said("补打"),
    printed=Said("打印时间"),
    at=datetime(2026, 11, 24, 10, 30, tzinfo=HALL_TIME),
)
ENGLISH = replace(
    SLIP, title=Said("缴费凭条", "Payment slip"), lines=((Said("险种", "Insurance"), Said("养老", "Pension")),)
)
TEST = PrinterTest("T0001", "前台打印机", SLIP.at)
LEAST_PT = 3.5 / 25.4 * 72
"""3.5 mm, which is how high the smallest type has to be."""
BOX = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"')
SLACK_PT = 0.5
SPAN = re.compile(r'<fontspec [^>]*size="(\d+)"')


@pytest.fixture(scope="module")
def typesetter() -> Iterator[TypstTypesetter]:
    typesetter = TypstTypesetter(ASSETS / "certificates", HALL_TIME, sample=False)
    yield typesetter
    typesetter.forget()


@pytest.mark.parametrize("media", Media)
def test_all_of_it_stands_on_each_paper_in_type_that_can_be_read(typesetter: TypstTypesetter, media: Media) -> None:
    pdf = typesetter.slip(SLIP, media)
    (page,) = pages(pdf)
    assert page == (
        "缴费凭条支付成功，已记入您的缴费记录金额￥878.94缴费人张**险种灵活就业养老保险流水号"
        f"{NUMBER}银行将在2-5个工作日原路退回所缴费款。有疑问的，请拨打12366。打印时间2026-11-2410:30"
    )
    sizes = SPAN.findall(poppler("pdftohtml", pdf, "-xml", "-stdout", "-zoom", "1", "-i", "-", "-").decode())
    assert sizes and min(map(int, sizes)) >= LEAST_PT


@pytest.mark.parametrize("media", Media)
def test_a_printers_test_page_is_one_page_and_says_what_it_is(typesetter: TypstTypesetter, media: Media) -> None:
    (page,) = pages(typesetter.printer_test(TEST, media))
    assert page.startswith(
        "测试页只用来看打印机好不好，不是凭条，也不是证明终端T0001打印机前台打印机打印时间2026-11-24"
    )
    assert all(shown in page for shown in ("深浅", "0123456789", "线条", "￥1,234,567,890.00", "四个角都看得见"))


def test_shades_are_dots_on_a_roll(typesetter: TypstTypesetter) -> None:
    """A thermal head knows black and white: each shade has more dots than the one before."""
    (page,) = rasters(typesetter.printer_test(TEST, Media.ROLL_80), ROLLS[Media.ROLL_80])
    wide = page.width // 8
    top = 60 * DOTS_PER_MM
    dark = [
        sum(not page.getpixel((x, top)) for x in range(step * wide + 4, (step + 1) * wide - 4)) for step in range(8)
    ]
    assert dark[0] == 0 and dark[-1] == wide - 8 and dark == sorted(set(dark))


@pytest.mark.parametrize("media", ROLLS)
def test_nothing_of_it_is_cut_off_on_a_roll(typesetter: TypstTypesetter, media: Media) -> None:
    roll = ROLLS[media]
    margin = (roll.mm - roll.dots / DOTS_PER_MM) / 2 * POINTS_PER_MM
    papers = (typesetter.slip(SLIP, media), typesetter.printer_test(TEST, media))
    boxes = [box for pdf in papers for box in BOX.findall(poppler("pdftotext", pdf, "-bbox", "-", "-").decode())]
    assert min(float(left) for left, _ in boxes) >= margin - SLACK_PT
    assert max(float(right) for _, right in boxes) <= roll.mm * POINTS_PER_MM - margin + SLACK_PT


def test_what_comes_again_and_what_has_words_in_another_language_says_so(typesetter: TypstTypesetter) -> None:
    assert "补打" not in pages(typesetter.slip(SLIP, Media.ROLL_80))[0]
    (page,) = pages(typesetter.slip(replace(ENGLISH, again=True), Media.ROLL_80))
    assert page.startswith("缴费凭条Paymentslip补打支付成功")
    assert "险种Insurance养老Pension" in page


def test_a_name_that_no_font_has_makes_none(typesetter: TypstTypesetter) -> None:
    with pytest.raises(TypesettingFailed, match=r"^record\.typ cannot be set"):
        typesetter.slip(replace(SLIP, lines=((Said("缴费人"), Said("\U0003ffff")),)), Media.ROLL_80)
