"""Long lists: every line once, heads and number on every page, the total at the end and never without a line."""

from itertools import chain

import pytest

from adapters.documents.typesetter import TypstTypesetter
from domain.certificates.certificate import CertificateKind, Line
from domain.certificates.paper import Media
from domain.money import yuan
from tests.documents.paper import pages, picture, poppler
from tests.documents.samples import CODE, NUMBERS, certificate, many

PAYMENT, TAX = CertificateKind.PAYMENT, CertificateKind.TAX
HEADS = {
    PAYMENT: "序号险种（征收项目）征收品目费款所属期起费款所属期止缴费日期（入库日期）实缴金额（元）",
    TAX: "原凭证号税种品目名称税款所属时期入（退）库日期实缴（退）金额",
}


def row(kind: CertificateKind, serial: int, line: Line) -> str:
    """Whole, from its first figure to its last: a row that is split over two sheets is on neither."""
    first, to = (str(serial), "") if kind is PAYMENT else (line.voucher, "至")
    days = f"{line.period.first_day}{to}{line.period.last_day}{line.paid_on}"
    return f"{first}{line.fee}{line.item}{days}{yuan(line.fen)}"


@pytest.mark.parametrize("count", [1, 14, 15, 16, 17, 18, 19, 20, 21, 22, 40, 75])
@pytest.mark.parametrize("kind", CertificateKind)
def test_a_list_over_sheets(sample: TypstTypesetter, kind: CertificateKind, count: int) -> None:
    lines = many(count)
    text = pages(sample.set(certificate(kind, lines), 2, Media.A4))
    wanted = [row(kind, serial, line) for serial, line in enumerate(lines, 1)]
    on_page = [[one for one in wanted if one in page] for page in text]
    assert list(chain(*on_page)) == wanted
    assert all(on_page), "a page without any line"
    for i, page in enumerate(text, 1):
        assert page.count(HEADS[kind]) == 1
        assert page.count(NUMBERS[kind]) == 1
        assert f"第{i}页，共{len(text)}页" in page
        assert "副本" in page and "样张仅供演示，没有法律效力" in page
    for once in ("（大写）", CODE, "第2次打印"):
        assert [once in page for page in text] == [False] * (len(text) - 1) + [True]


@pytest.mark.parametrize("count", [60, 61, 130])
@pytest.mark.parametrize("kind", CertificateKind)
def test_a_list_on_a_roll(real: TypstTypesetter, kind: CertificateKind, count: int) -> None:
    """One page up to 60 lines; the others say which they are, and whose."""
    lines = many(count)
    text = pages(real.set(certificate(kind, lines), 1, Media.ROLL_58))
    assert len(text) == -(-count // 60)
    for line in lines:
        assert sum(page.count(f"{yuan(line.fen)}") for page in text) == 1
    for i, page in enumerate(text, 1):
        assert NUMBERS[kind] in page
        assert (f"第{i}页，共{len(text)}页" in page) is (len(text) > 1)
    assert [CODE in page for page in text] == [False] * (len(text) - 1) + [True]


@pytest.mark.parametrize(("media", "wide", "printable"), [(Media.ROLL_80, 80, 72), (Media.ROLL_58, 58, 48)])
@pytest.mark.parametrize("kind", CertificateKind)
def test_a_slip_is_black_and_within_what_the_head_reaches(
    sample: TypstTypesetter, kind: CertificateKind, media: Media, wide: int, printable: int
) -> None:
    short, longer = (sample.set(certificate(kind, many(count)), 2, media) for count in (1, 3))
    slip = picture(short, dpi=127)  # 5 pixels a mm
    assert abs(slip.width - wide * 5) <= 1
    assert picture(longer, dpi=127).height > slip.height
    red, green, blue = slip.split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()
    ink = red.point(lambda grey: 255 - grey).getbbox()
    assert ink is not None
    margin = (wide - printable) / 2 * 5
    assert margin - 1 <= ink[0] and ink[2] <= slip.width - margin + 1


def test_a_sheet_is_a4(real: TypstTypesetter) -> None:
    assert b"(A4)" in poppler("pdfinfo", real.set(certificate(PAYMENT), 1, Media.A4), "-")
