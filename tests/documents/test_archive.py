"""The file itself: PDF/A and PDF/UA, fonts within it, nobody's name about it, always the same bytes."""

import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import zxingcpp

from adapters.documents.fonts import FAMILY, fonts
from adapters.documents.typesetter import TypstTypesetter
from domain.certificates.certificate import CertificateKind
from domain.certificates.paper import Media
from tests.documents.paper import pages, picture, poppler
from tests.documents.samples import CODE, ID, NAME, NUMBERS, certificate, many

PAYMENT, TAX = CertificateKind.PAYMENT, CertificateKind.TAX
PAPERS = [pytest.param(kind, media, id=f"{kind}-{media}") for kind in CertificateKind for media in Media]


@pytest.mark.parametrize(("kind", "media"), PAPERS)
def test_it_is_made_to_be_kept_and_read_out(sample: TypstTypesetter, kind: CertificateKind, media: Media) -> None:
    pdf = sample.set(certificate(kind), 1, media)
    for mark in (
        b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"<rdf:li>zh-CN</rdf:li>",
        b"/OutputIntents",
        b"/GTS_PDFA1",
    ):
        assert mark in pdf
    assert re.search(rb"Tagged: +yes", poppler("pdfinfo", pdf, "-"))


@pytest.mark.parametrize(("kind", "media"), PAPERS)
def test_its_fonts_are_within_it(sample: TypstTypesetter, kind: CertificateKind, media: Media) -> None:
    """`emb sub uni`: embedded, only what is used, and readable as text."""
    lines = poppler("pdffonts", sample.set(certificate(kind), 1, media), "-").decode().splitlines()[2:]
    assert len(lines) == 2
    for line in lines:
        assert re.fullmatch(r"[A-Z]{6}\+NotoSansCJKsc-(Regular|Bold)-Identity-H +.* yes yes yes +\d+ +0", line)


def test_nobody_is_named_about_it(sample: TypstTypesetter, real: TypstTypesetter) -> None:
    def about(typesetter: TypstTypesetter) -> str:
        pdf = typesetter.set(certificate(PAYMENT), 1, Media.A4)
        return poppler("pdfinfo", pdf, "-").decode() + poppler("pdfinfo", pdf, "-meta", "-").decode()

    assert re.search(r"Title: +社会保险费缴费证明\n", about(real))
    assert re.search(r"Title: +社会保险费缴费证明（样张）\n", about(sample))
    for personal in (NAME, ID[-4:], NUMBERS[PAYMENT], CODE):
        assert personal not in about(real)


def test_nothing_is_left_in_files(real: TypstTypesetter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    real.set(certificate(TAX), 1, Media.A4)
    assert list(tmp_path.iterdir()) == []


PROGRAM = """
import sys
from tests.documents.conftest import TEMPLATES
from tests.documents.samples import HALL, CertificateKind, certificate
from adapters.documents.typesetter import Media, TypstTypesetter
pdf = TypstTypesetter(TEMPLATES, HALL, True).set(certificate(CertificateKind.TAX), 2, Media.A4)
sys.stdout.buffer.write(pdf)
"""


def test_the_same_paper_is_the_same_bytes(sample: TypstTypesetter) -> None:
    """Also after others, and in another process with other hashes, at another time, elsewhere."""
    first = sample.set(certificate(TAX), 2, Media.A4)
    assert sample.set(certificate(TAX), 3, Media.A4) != first
    assert sample.set(certificate(TAX), 2, Media.A4) == first
    other = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={"PYTHONHASHSEED": "7", "TZ": "America/Lima", "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
        capture_output=True,
    )
    assert other.stdout == first


def test_many_at_once(sample: TypstTypesetter) -> None:
    """Each gets what it asked for."""

    def made(serial: int) -> bytes:
        kind = PAYMENT if serial % 2 else TAX
        return sample.set(certificate(kind, many(serial), number=f"N{serial}N"), 1, Media.A4)

    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(made, range(1, 17)))
    for serial, pdf in enumerate(together, 1):
        assert f"N{serial}N" in pages(pdf)[0]
        assert made(serial) == pdf


@pytest.mark.parametrize(("kind", "media"), PAPERS)
def test_the_code_is_read_from_print(sample: TypstTypesetter, kind: CertificateKind, media: Media) -> None:
    [found] = zxingcpp.read_barcodes(picture(sample.set(certificate(kind), 1, media), dpi=203))
    assert found.text == f"{NUMBERS[kind]} {CODE}"
    assert found.format == zxingcpp.BarcodeFormat.QRCode


def test_the_font_is_found_where_debian_does_not_keep_it(tmp_path: Path) -> None:
    assert FAMILY in fonts((tmp_path,)).families()
