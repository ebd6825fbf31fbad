"""What a reader has read: an identity card, a text, or nothing that anybody could use. None of it is ever logged."""

import re
from dataclasses import dataclass, field
from datetime import date

from domain import identity
from domain.identity import DocumentKind


@dataclass(frozen=True, slots=True)
class Card:
    """Whose identity card it is, as sound as what is typed has to be. `name` is empty where a reader tells none."""

    kind: DocumentKind
    number: str = field(repr=False)
    name: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Scanned:
    """A text: what stands in a code on paper, or what a reader types as a keyboard does."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unread:
    """Something lies there and could not be read."""


Reading = Card | Scanned | Unread


def card(kind: DocumentKind, number: str, name: str, today: date) -> Card | None:
    """A card with this number and name, in our own spelling; None if either is wrong."""
    number, name = identity.tidy(number), identity.spelt(name)
    if identity.number_problem(kind, number, today) or (name and identity.name_problem(name)):
        return None
    return Card(kind, number, name)


def card_in(text: str, today: date) -> Card | None:
    """The card that a text tells: its number, alone or with a name, parted by commas, bars or tabs.

    A text without a number of an identity card, or with two, tells none.
    """
    parts = [part.strip() for part in re.split(r"[,;|\t\r\n，；]", text) if part.strip()]
    found = [card(identity.kind_on_card(part), part, "", today) for part in map(identity.tidy, parts)]
    known = [one for one in found if one]
    if len(known) != 1:
        return None
    names = [part for part, one in zip(parts, found, strict=True) if not one and not identity.name_problem(part)]
    return card(known[0].kind, known[0].number, names[0], today) if names else known[0]
