"""The pictures of characters that Qt keeps.

It keeps each one that was drawn, in each size and weight, as long as its font is in use: some kilobytes apiece, and the
keyboard for words shows thousands of characters. All of them go when a font comes or goes.
"""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

MOST_MB = 3
"""What may come together before it is let go of: the next screens have to draw theirs anew."""
MB = 1 << 20
PAGE = 4096
SMALL_PX = 10


def own_mb() -> float:
    """What of this process's memory is in no file."""
    _, resident, shared, *_ = map(int, Path("/proc/self/statm").read_text().split())
    return (resident - shared) * PAGE / MB


def forget() -> None:
    """Let go of all of them."""
    from PIL.ImageFont import FreeTypeFont, load_default

    font = load_default(SMALL_PX)  # small, and at hand wherever the terminal runs
    assert isinstance(font, FreeTypeFont)
    QFontDatabase.removeApplicationFont(QFontDatabase.addApplicationFontFromData(font.font_bytes))


class Glyphs:
    """To be asked after each visit, once all else that it left is gone."""

    def __init__(self) -> None:
        self._least: float | None = None

    def watch(self) -> None:
        """Let go of them if memory has grown since the last time."""
        own = own_mb()
        if self._least is None:
            self._least = own
        elif own > self._least + MOST_MB:
            forget()
            self._least = None
