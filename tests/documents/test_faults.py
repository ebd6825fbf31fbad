"""Templates that are broken, and names that no font can write: said so, and nothing about anybody."""

import shutil
import traceback
from pathlib import Path

import pytest

from adapters.documents.typesetter import TypstTypesetter
from domain.certificates.certificate import CertificateKind
from domain.certificates.paper import Media, TypesettingFailed
from tests.documents.samples import CODE, HALL, ID, NAME, NUMBERS, certificate

RARE = "张\U000f0000"
"""A character of no font."""


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (None, "tax.typ cannot be set"),
        ("#", "tax.typ cannot be set (at tax.typ:1:1)"),
        ('#import "nowhere.typ": *', "tax.typ cannot be set (at tax.typ:1:8)"),
        ("#panic(sys.inputs.certificate)", "tax.typ cannot be set (at tax.typ:1:1)"),
        ("#(json(bytes(sys.inputs.certificate)).name + 1)", "tax.typ cannot be set (at tax.typ:1:2)"),
    ],
    ids=["missing", "syntax", "import", "panic", "type"],
)
def test_a_broken_template(tmp_path: Path, templates: Path, template: str | None, said: str) -> None:
    folder = tmp_path / NAME
    shutil.copytree(templates, folder)
    (folder / "tax.typ").unlink()
    if template is not None:
        (folder / "tax.typ").write_text(template, encoding="utf-8")
    typesetter = TypstTypesetter(folder, HALL, sample=True)
    with pytest.raises(TypesettingFailed) as failed:
        typesetter.set(certificate(CertificateKind.TAX), 1, Media.A4)
    assert str(failed.value).startswith(said)
    is_impersonal(failed.value)
    with pytest.raises(TypesettingFailed, match=r"^tax\.typ"):
        typesetter.warm_up()


def test_no_templates_at_all(tmp_path: Path) -> None:
    with pytest.raises(TypesettingFailed, match=r"^payment\.typ cannot be set$"):
        TypstTypesetter(tmp_path / "nowhere", HALL, sample=False).warm_up()


def test_a_name_that_cannot_be_written(sample: TypstTypesetter) -> None:
    with pytest.raises(TypesettingFailed) as failed:
        sample.set(certificate(CertificateKind.TAX, name=RARE), 1, Media.A4)
    is_impersonal(failed.value)


def test_the_house_s_templates_are_whole(sample: TypstTypesetter, real: TypstTypesetter) -> None:
    sample.warm_up()
    real.warm_up()


def is_impersonal(failed: TypesettingFailed) -> None:
    """Neither the message nor what a log would show of where it came from."""
    shown = "".join(line for line in traceback.format_exception(failed) if "tests/" not in line)
    for personal in (NAME, RARE[1], ID, NUMBERS[CertificateKind.TAX], CODE):
        assert personal not in shown
