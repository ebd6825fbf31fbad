"""The 256 bytes of text on a card with a chip (GA/T 490 and the rules for the cards that share its reader), UTF-16LE.

At byte 248 stands which card it is: nothing, a resident's; J, a residence permit of Hong Kong, Macao or Taiwan; I, the
foreign permanent resident's of 2017; Y, that of 2023. What follows the text, the photo, is not even looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain import identity
from domain.identity import DocumentKind
from domain.readers.reading import Card, card

Span = tuple[int, int]
"""From one byte up to another."""
LONG = 256
"""Bytes."""
MARK = (248, 250)
PADDING = " \0\u3000"


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where name, number and birth date stand, in bytes. A long name goes on in `more`; `other` is a second name."""

    name: Span
    number: Span
    born: Span
    kinds: frozenset[DocumentKind]
    more: Span = (0, 0)
    other: Span = (0, 0)


_RESIDENT = _Layout((0, 30), (122, 158), (36, 52), frozenset({DocumentKind.RESIDENT_ID}))
_PERMIT = _Layout(
    *(_RESIDENT.name, _RESIDENT.number, _RESIDENT.born),
    frozenset({DocumentKind.HK_MACAO_RESIDENCE, DocumentKind.TAIWAN_RESIDENCE}),
)
_FOREIGN = frozenset({DocumentKind.FOREIGN_PERMANENT_RESIDENT})
_FOREIGN_2017 = _Layout((0, 120), (122, 152), (220, 236), _FOREIGN, other=(158, 188))
_FOREIGN_2023 = _Layout((52, 122), _RESIDENT.number, _RESIDENT.born, _FOREIGN, more=(220, 242), other=_RESIDENT.name)
LAYOUTS: Mapping[str, _Layout] = {"": _RESIDENT, "J": _PERMIT, "I": _FOREIGN_2017, "Y": _FOREIGN_2023}
"""A foreigner's name in Latin letters comes first: it is on every such card, a Chinese one only on some."""


def card_on(text: bytes, today: date) -> Card | None:
    """Whose card it is; None unless all of it is sound: the number by its own check, the birth date on both places."""
    if len(text) != LONG:
        return None
    try:
        layout = LAYOUTS.get(_field(text, MARK))
        if layout is None:
            return None
        number, born = _field(text, layout.number), _field(text, layout.born)
        name = _field(text, layout.name) + _field(text, layout.more) or _field(text, layout.other)
    except UnicodeDecodeError:
        return None
    kind = identity.kind_on_card(number)
    found = card(kind, number, name, today) if name and kind in layout.kinds else None
    return found if found and _says_birth(number, born) else None


def _field(text: bytes, at: Span) -> str:
    return text[slice(*at)].decode("utf-16-le").rstrip(PADDING)


def _says_birth(number: str, born: str) -> bool:
    """Whether a number says the birth date `yyyymmdd`; the foreign card of 2017 says it without the century."""
    return born == number[6:14] if len(number) == identity.CITIZEN_LENGTH else born[2:] == number[7:13]
