"""The dots of a page: as many as the head has, where another renderer has them, and fit to be sent."""

import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from adapters.printing.raster import DOTS_PER_MM, ROLLS, Roll, Unprintable, quietened, rasters
from domain.certificates.paper import Media
from tests.printing.papers import HEAD, MODULE_MM, code, modules, receipt, typeset

R80, R58 = ROLLS[Media.ROLL_80], ROLLS[Media.ROLL_58]
DOT = "rect(width: 0.125mm, height: 0.125mm, fill: black)"
TOLERANCE = 0.1
"""For one black dot, so many that two renderers see differently: each rounds the edges of characters in its way."""


@pytest.mark.parametrize(("roll", "width"), [(R80, 576), (R58, 384)])
def test_a_page_is_as_wide_as_the_head_and_as_high_as_it_is(roll: Roll, width: int) -> None:
    pages = typeset(HEAD.format(mm=roll.mm) + "#page(height: 30mm)[一]\n#page(height: 100mm)[二]")
    assert [page.size for page in rasters(pages, roll)] == [(width, 240), (width, 800)]


@pytest.mark.parametrize("roll", [R80, R58])
def test_the_dots_are_where_another_renderer_has_them(roll: Roll) -> None:
    pdf = receipt(roll.mm)
    (ours,) = rasters(pdf, roll)
    theirs = by_poppler(pdf, roll)
    assert theirs.size == ours.size
    allowed = TOLERANCE * count(ours, 0)
    assert differing(ours, theirs) < allowed
    for shifted in (ImageChops.offset(theirs, 1, 0), ImageChops.offset(theirs, 0, 1)):
        assert differing(ours, shifted) > 1.5 * allowed  # so little that one dot's shift would be seen


def test_the_modules_of_a_code_are_whole_dots() -> None:
    """Each is a square of six dots by six, just where it is in the document."""
    (page,) = rasters(typeset(HEAD.format(mm=80) + code()), R80)
    matrix, dots = modules(), round(MODULE_MM * DOTS_PER_MM)
    expected = Image.new("1", (len(matrix), len(matrix)))
    expected.putdata([255 * (not dark) for row in matrix for dark in row])
    expected = expected.resize((dots * len(matrix), dots * len(matrix)), Image.Resampling.NEAREST)
    left, top = 40 - 32, 40  # 5 mm, less what the head does not reach
    found = page.crop((left, top, left + expected.width, top + expected.height))
    assert differing(found, expected) == 0


@pytest.mark.parametrize(("lightness", "dots"), [(45, 80 * 80), (55, 0)])
def test_grey_is_black_or_white(lightness: int, dots: int) -> None:
    """And nothing in between, which would fray the characters."""
    (page,) = rasters(typeset(f"{HEAD.format(mm=80)}#rect(width: 10mm, height: 10mm, fill: luma({lightness}%))"), R80)
    assert count(page, 0) == dots


def test_pages_are_drawn_on_any_thread_and_on_several_at_once() -> None:
    pdf = receipt(80)
    (here,) = rasters(pdf, R80)
    with ThreadPoolExecutor(4) as pool:
        elsewhere = list(pool.map(lambda _: rasters(pdf, R80), range(8)))
    assert [pages[0].tobytes() for pages in elsewhere] == [here.tobytes()] * 8


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(lambda: b"no PDF", id="no PDF"),
        pytest.param(lambda: receipt(80)[:5000], id="half a PDF"),
        pytest.param(lambda: receipt(58), id="for another roll"),
    ],
)
def test_what_is_not_for_this_paper_is_refused(document: Callable[[], bytes]) -> None:
    with pytest.raises(Unprintable):
        rasters(document(), R80)


@pytest.mark.parametrize(
    ("dots", "sent"),
    [
        pytest.param(b"\x10\x04\x01\x00", b"\x18\x04\x01\x00", id="how are you"),
        pytest.param(b"\x00\x10\x05\x02", b"\x00\x18\x05\x02", id="forget it"),
        pytest.param(b"\x10\x10\x14\x08", b"\x10\x18\x14\x08", id="clear"),
        pytest.param(b"\x10\x06\x04\x10", b"\x10\x06\x04\x10", id="a picture"),
    ],
)
def test_a_picture_holds_no_commands(dots: bytes, sent: bytes) -> None:
    """A printer would obey them; one dot more or less nobody sees."""
    picture = ImageChops.invert(Image.frombytes("1", (16, 2), dots))
    assert ImageChops.invert(quietened(picture)).tobytes() == sent


def test_nor_does_a_page() -> None:
    """Three dots in the third row: the first of them begins a command, and is two."""
    dots = "".join(f"#place(top + left, dx: {(32 + at) / 8}mm, dy: 0.25mm, {DOT})" for at in (3, 13, 23))
    (page,) = rasters(typeset(f"#set page(width: 80mm, height: 10mm, margin: 0mm)\n{dots}"), R80)
    row = [at for at in range(576) if not page.getpixel((at, 2))]
    assert row == [3, 4, 13, 23]
    assert count(page, 0) == len(row)


def by_poppler(pdf: bytes, roll: Roll) -> Image.Image:
    """What pdftoppm makes of the first page: grey at eight dots for a millimetre, cut as the head is."""
    ran = subprocess.run(
        ["pdftoppm", "-r", "203.2", "-gray", "-singlefile", "-"], input=pdf, capture_output=True, check=True
    )
    grey = Image.open(BytesIO(ran.stdout))
    left = (roll.mm * 8 - roll.dots) // 2
    return grey.crop((left, 0, left + roll.dots, grey.height)).point(lambda level: 255 * (level >= 128), "1")


def differing(one: Image.Image, other: Image.Image) -> int:
    return count(ImageChops.logical_xor(one, other), 255)


def count(picture: Image.Image, level: int) -> int:
    return picture.histogram()[level]
