"""Which fonts papers are set in: one family, and what it lacks from two more (`assets/certificates/families.typ`)."""

from functools import cache
from pathlib import Path

from typst import Fonts

FAMILY = "Noto Sans CJK SC"
RARE = ("BabelStone Han", "HanaMinB")
"""For rare names: with both, every character of GB 18030-2022."""
DEBIAN = tuple(Path("/usr/share/fonts", name) for name in ("opentype/noto", "truetype/babelstone", "truetype/hanazono"))
"""Where Debian keeps them. Looked at first: a terminal with many fonts need not read them all."""


@cache
def fonts(near: tuple[Path, ...] = DEBIAN) -> Fonts:
    """Read once, and names only; outlines are read when first set. Families may be missing after all."""
    found = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(near))
    return found if {FAMILY, *RARE} <= set(found.families()) else Fonts(include_embedded_fonts=False)
