"""How well texts stand out from what is behind them, by the pixels that are there."""

from collections.abc import Iterator
from typing import cast

from PIL import Image
from PySide6.QtGui import QImage

from kit.play.playground import Playground
from tests.screens.looking import drawn, shown
from tests.ui.wcag import LEAST, Colour, ratio
from viewmodels.shell.access import Contrast

DECORATION = {"text.sample", "text.swatch"}
"""Lies across a paper, and is said beside it too; shows another contrast than the one that is chosen."""


def faint(ground: Playground, contrast: Contrast) -> Iterator[str]:
    """Texts that can be seen now and do not stand out enough."""
    picture = ground.kiosk.picture().convertToFormat(QImage.Format.Format_RGB888)
    whole, line = picture.rect(), picture.bytesPerLine()
    image = Image.frombuffer("RGB", (whole.width(), whole.height()), bytes(picture.constBits()), "raw", "RGB", line, 1)
    for item, clip in shown(ground):
        if item.inherits("QQuickText") and item.property("text") and item.objectName() not in DECORATION:
            text = drawn(item)
            place = text.letters.intersected(clip).toAlignedRect().intersected(whole)
            if place.isEmpty():
                continue
            much = stands_out(image.crop((place.left(), place.top(), place.right() + 1, place.bottom() + 1)))
            if much < LEAST[contrast]:
                yield f"{text.text!r} stands out by {much:.1f}"


def stands_out(part: Image.Image) -> float:
    """The contrast of the commonest colour with the one that differs most from it: ground and ink."""
    counted = cast("list[tuple[int, Colour]] | None", part.getcolors(part.width * part.height)) or [(0, (0, 0, 0))]
    ground = max(counted)[1]
    return max(ratio(ground, colour) for _, colour in counted)
