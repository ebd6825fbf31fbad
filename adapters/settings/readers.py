"""What there is to be set of readers: for identity cards, for codes on paper, and those that type."""

from typing import Annotated, Literal

from pydantic import Field

from adapters.settings.table import Table
from adapters.settings.values import Device, Name
from domain.readers.reader import Place


class CardReaderSettings(Table):
    """A reader for identity cards (SAM) on a serial line `device`; `place` is where visitors find it."""

    kind: Literal["card"]
    name: Name = "读卡器"
    """What staff call it."""
    device: Device
    """The serial line that it is on."""
    baudrate: int = Field(default=115_200, gt=0)
    """Of that line, in bits a second."""
    place: Place = Place.BELOW
    """Where visitors find it, beside the screen."""


class ScannerSettings(Table):
    """A scanner for codes on paper, on a serial line `device`."""

    kind: Literal["scanner"]
    name: Name = "扫码器"
    """What staff call it."""
    device: Device
    """The serial line that it is on."""
    baudrate: int = Field(default=9_600, gt=0)
    """Of that line, in bits a second."""
    place: Place = Place.BELOW
    """Where visitors find it, beside the screen."""


class KeyboardReaderSettings(Table):
    """A reader that types as a keyboard does, and ends by Return. `reads` says what: cards, codes, or either."""

    kind: Literal["keyboard"]
    reads: Literal["cards", "codes", "both"]
    """What it reads: identity cards, codes on paper, or both."""
    place: Place = Place.BELOW
    """Where visitors find it, beside the screen."""


ReaderSettings = Annotated[CardReaderSettings | ScannerSettings | KeyboardReaderSettings, Field(discriminator="kind")]
