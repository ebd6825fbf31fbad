"""Names with characters that few fonts have: whatever GB 18030-2022 has is printed, under either of its codes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.documents.typesetter import TypstTypesetter
from domain.certificates.certificate import CertificateKind
from domain.certificates.paper import Media, TypesettingFailed
from domain.identity import name_problem
from tests.documents.paper import pages
from tests.documents.samples import HALL, certificate

LEVEL_3 = (
    range(0x4E00, 0x9FF0),
    range(0x3400, 0x4DB6),
    range(0x20000, 0x2A6D7),
    range(0x2A700, 0x2B735),
    range(0x2B740, 0x2B81E),
    range(0x2B820, 0x2CEA2),
    range(0x2CEB0, 0x2EBE1),
    (0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29),
)
"""The Chinese characters of its implementation level 3: CJK Unified Ideographs, Extensions A to F, and twelve more."""
SLICE = 15000
NAMES = {
    "extension A": ("刘䶮", "刘䶮"),
    "code page 936": ("刘\ue863", "刘䶮"),
    "GB 18030-2005": ("李\ue843", "李\u9fb9"),
    "extension B": ("吴𪚥", "吴𪚥"),
    "extension C": ("陈𫍯", "陈𫍯"),
    "extension D": ("孙𫝀", "孙𫝀"),
    "extension E": ("𬀩大山", "𬀩大山"),
    "extension F": ("马𬺰", "马𬺰"),
    "extension G": ("田𰻞", "田𰻞"),
    "compatibility": ("\uf9d1海", "六海"),
    "Vietnamese": ("Nguyễn Thị", "NguyễnThị"),
}
NOBODY_HAS = ["张\U000f0000", "李\ue000", "王\U0002ebf0", "أحمد"]


def slices() -> Iterator[str]:
    every = "".join(chr(code) for block in LEVEL_3 for code in block)
    assert len(every) == 87_887
    return (every[at : at + SLICE] for at in range(0, len(every), SLICE))


@pytest.mark.parametrize(("name", "printed"), NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("media", Media)
def test_a_rare_name_is_on_its_paper(real: TypstTypesetter, name: str, printed: str, media: Media) -> None:
    assert name_problem(name) is None
    assert real.writes(name)
    [text] = pages(real.set(certificate(CertificateKind.TAX, name=name), 1, media))
    assert f"纳税人名称{printed}" in text


def test_every_character_of_gb_18030_2022(real: TypstTypesetter) -> None:
    assert all(real.writes(text) for text in slices())
    real.forget()


@pytest.mark.parametrize("name", NOBODY_HAS)
def test_what_no_font_has_is_known_before(real: TypstTypesetter, name: str) -> None:
    assert not real.writes(name)


def test_whoever_looks_after_the_terminal_is_told_of_missing_fonts(templates: Path, tmp_path: Path) -> None:
    """With the first font alone all usual papers can be set."""
    folder = shutil.copytree(templates, tmp_path / "poor")
    trial = (folder / "letters.typ").read_text("utf-8")
    (folder / "letters.typ").write_text(trial.replace("font: families", "font: families.first(), fallback: false"))
    with pytest.raises(TypesettingFailed, match=r"^rare names cannot be written\. .*fonts-babelstone-han"):
        TypstTypesetter(folder, HALL, sample=False).warm_up()
