"""ESC/POS commands by python-escpos, each handed to a function as it is made. Here ends what has no types."""

from collections.abc import Callable

from escpos.capabilities import Profile  # type: ignore[import-untyped]  # python-escpos ships no types
from escpos.escpos import Escpos  # type: ignore[import-untyped]
from PIL import Image

STRIP = 64
"""Rows sent at once, 8 mm: few enough for a slow line to take them within seconds."""
WIDEST = 576
"""Dots; a picture is as wide as its head, the library only asks for a limit."""


class Commands(Escpos):  # type: ignore[misc]  # a class without types
    """`send` gets one whole command after the other, and may raise to end a picture between two strips."""

    def __init__(self, send: Callable[[bytes], None]) -> None:
        profile = Profile(features={"paperFullCut": True})
        profile.profile_data = {**profile.profile_data, "media": {"width": {"pixels": WIDEST}}}
        super().__init__(profile)
        self._send = send

    def page(self, picture: Image.Image) -> None:
        """One sheet: the picture in strips of raster (GS v 0), fed out and cut. A printer without a cutter feeds."""
        self.hw("INIT")
        self.image(picture, impl="bitImageRaster", fragment_height=STRIP)
        self.cut()

    def _raw(self, msg: bytes) -> None:
        self._send(msg)
