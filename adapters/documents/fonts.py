"""Which fonts the papers are set in: one family, from where Debian keeps it or from wherever the system does."""

from functools import cache
from pathlib import Path

from typst import Fonts

FAMILY = "Noto Sans CJK SC"
DEBIAN = Path("/usr/share/fonts/opentype/noto")
"""Where fonts-noto-cjk keeps it. Looked at first: a terminal with many fonts need not read them all."""


@cache
def fonts(near: Path = DEBIAN) -> Fonts:
    """Read once, and names only; outlines are read when first set. The family may be missing after all."""
    found = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[near])
    return found if FAMILY in found.families() else Fonts(include_embedded_fonts=False)
