"""One spelling for a name, whatever a register, a card reader or an input method made of the same characters.

The notice of 12 ministries of May 2016 asks for that: names are recognised across systems, their dot is U+00B7, and
their characters are all of GB 18030.
"""

import re
import unicodedata
from collections.abc import Mapping

from domain.identity.characters import visible

DOT = "·"
_MARKS: Mapping[int, str] = {
    **dict.fromkeys(map(ord, "•‧∙⋅・●◦˙⸱⸳ᐧㆍꞏ。"), DOT),
    **dict.fromkeys(map(ord, "‘’ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—"), "-"),
}
"""What stands for the dot, the apostrophe and the hyphen in registers, or is typed for them."""
_BEYOND_GBK = {
    0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7,
    0xE831: 0x215D7, 0xE832: 0x9FB8, 0xE83B: 0x2298F, 0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE855: 0x241FE, 0xE864: 0x9FBB,
}  # fmt: skip
"""Those that GB 18030 itself had in private places until 2005 or 2022."""
_FIRST, _ROW = 0xE815, bytes((*range(0x50, 0x7F), *range(0x80, 0xA1)))
_GBK = {_FIRST + n: ord(bytes((0xFE, byte)).decode("gb18030")) for n, byte in enumerate(_ROW)} | _BEYOND_GBK
"""Code page 936 has the 80 characters of GBK's row FE50 in private places, U+E815 to U+E864: where Unicode has them."""
_ZERO, _WIDE_BLANK = dict.fromkeys(map(ord, "○◯"), 0x3007), {0xE5E5: 0x20}
"""GB 2312 has no zero for names, and registers have a circle; GBK's blank A3A0 is a private character elsewhere."""
_USUAL: Mapping[int, str | int] = {**_GBK, **_MARKS, **_ZERO, **_WIDE_BLANK}

_HAN = r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\ue000-\ufaff\U00020000-\U0003ffff]"
_POINT = re.compile(rf"(?<={_HAN})\s*\.|\.(?=\s*{_HAN})")
"""A full stop beside a Chinese character is the dot; in `John F. Smith` it is not."""
_AROUND_DOT = re.compile(rf"\s*{DOT}[\s{DOT}]*")
_BETWEEN_HAN = re.compile(rf"(?<={_HAN})\s+(?={_HAN})")


def spelt(name: str) -> str:
    """The name as it is written here, on screens and papers: dots, blanks, widths and codes are the usual ones."""
    name = visible(" ".join(name.split())).translate(_USUAL)
    name = unicodedata.normalize("NFKC", name).translate(_MARKS)
    name = _AROUND_DOT.sub(DOT, _POINT.sub(DOT, name))
    return unicodedata.normalize("NFC", " ".join(_BETWEEN_HAN.sub("", name).split()))


def name_key(name: str) -> str:
    """What two spellings of one name have in common. Capitals do not count: passports have nothing else."""
    return spelt(spelt(name).casefold())


def same_name(one: str, other: str) -> bool:
    """Whether both are the same name."""
    return name_key(one) == name_key(other)
