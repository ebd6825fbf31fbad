"""From a certificate to its paper: the sizes there are, and who sets the type."""

from enum import StrEnum
from typing import Protocol

from domain.certificates.certificate import Certificate


class Media(StrEnum):
    """What a printer prints on."""

    A4 = "a4"
    ROLL_80 = "roll_80"
    ROLL_58 = "roll_58"

    @property
    def sheets(self) -> bool:
        """Whether it comes in sheets, not from a roll."""
        return self is Media.A4


class TypesettingFailed(Exception):
    """The paper cannot be made: a fault of the template or the fonts. Nothing personal is in the message."""


class Unwritable(TypesettingFailed):
    """No paper can be made for this name: no font here has one of its characters."""


class Typesetter(Protocol):
    """Makes the one PDF that is shown and printed."""

    def writes(self, name: str) -> bool:
        """Whether papers can say this name: the fonts here have all of its characters. May take a second."""
        ...

    def set(self, certificate: Certificate, attempt: int, media: Media) -> bytes:
        """The PDF (PDF/A) of the `attempt`th print, from 1: 备注 says which it is; from the second on it is a copy.

        Raises TypesettingFailed.
        """
        ...
