"""How the papers look, beside pictures that were looked at and kept.

Compared is what one sees without glasses: both pictures blurred by a millimetre. How a glyph's edge is smoothed, or to
which pixel a line is drawn, does not count there; a word or mark that came, went or moved by a millimetre does. If a
change is meant, look at the picture that the failing test wrote, and put it in the place of the kept one.
"""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from adapters.documents.typesetter import TypstTypesetter
from domain.certificates.certificate import CertificateKind, Line
from domain.certificates.paper import Media
from tests.documents.paper import picture
from tests.documents.samples import MONTHLY, ORIGINAL, YEARLY, certificate, many

KEPT = Path(__file__).parent / "pictures"
DPI = 102
"""Four pixels a millimetre."""
TOLERANCE = 40
"""Of 255 steps of grey, by which any pixel may differ: cairo and PDFium stay under 26, a millimetre makes 70."""
PAYMENT, TAX = CertificateKind.PAYMENT, CertificateKind.TAX


@pytest.mark.parametrize(
    ("name", "kind", "media", "lines", "attempt", "original", "as_sample", "page"),
    [
        ("payment", PAYMENT, Media.A4, MONTHLY, 1, "", True, 1),
        ("payment-copy-last-page", PAYMENT, Media.A4, many(22), 2, "", False, 2),
        ("tax", TAX, Media.A4, MONTHLY, 1, "", True, 1),
        ("tax-reissue-copy", TAX, Media.A4, YEARLY, 2, ORIGINAL, False, 1),
        ("payment-80", PAYMENT, Media.ROLL_80, MONTHLY[:2], 2, "", True, 1),
        ("tax-58", TAX, Media.ROLL_58, MONTHLY[2:], 1, ORIGINAL, False, 1),
    ],
)
def test_it_looks_as_it_did(
    sample: TypstTypesetter,
    real: TypstTypesetter,
    tmp_path: Path,
    name: str,
    kind: CertificateKind,
    media: Media,
    lines: tuple[Line, ...],
    attempt: int,
    original: str,
    as_sample: bool,
    page: int,
) -> None:
    pdf = (sample if as_sample else real).set(certificate(kind, lines, original), attempt, media)
    drawn = picture(pdf, DPI, page).quantize(32)
    drawn.save(tmp_path / f"{name}.png", optimize=True)
    with Image.open(KEPT / f"{name}.png") as kept:
        assert kept.size == drawn.size
        difference = ImageChops.difference(without_glasses(drawn), without_glasses(kept))
    most = max(steps for steps, pixels in enumerate(difference.histogram()) if pixels)
    assert most <= TOLERANCE, f"{tmp_path / name}.png differs by {most}"


def without_glasses(image: Image.Image) -> Image.Image:
    return image.convert("RGB").convert("L").filter(ImageFilter.GaussianBlur(DPI / 25.4))
