"""A channel of the guide, as it is known before any of its screens is. Light: Home needs it for the first picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from domain.flows.channels.matters import Matter
from domain.words import NOTHING, Text, Verbatim

if TYPE_CHECKING:
    from domain.flows.engine import Table


@dataclass(frozen=True, slots=True)
class Colours:
    """What a channel's screens wear, as `#RRGGBB`; unless said otherwise, what Home wears.

    `accent` fills buttons (`deep` while they are touched) with `on_accent` on it, `header` the header with white on it,
    `accent_ink` is text on `tint` and on cards, `edge` is around the former. `tests/ui/test_theme.py` holds each pair
    against WCAG 2.
    """

    accent: str = "#143F7D"
    deep: str = "#0D2D5C"
    accent_ink: str = "#123A74"
    tint: str = "#E7EDF6"
    edge: str = "#A3B7D3"
    on_accent: str = "#FFFFFF"
    header: str = "#143F7D"


def usual(accent: str, deep: str, accent_ink: str, tint: str, edge: str) -> Colours:
    """Dark on light: the header is filled as buttons are."""
    return Colours(accent, deep, accent_ink, tint, edge, header=accent)


def high(accent: str) -> Colours:
    """Black on white, without tints: what is chosen is told by its edge."""
    return Colours(accent, "#000000", accent, "#FFFFFF", "#000000", header=accent)


def dark(accent: str, header: str, accent_ink: str, tint: str) -> Colours:
    """Light on dark: buttons are light, and the header is as deep as it usually is under a finger."""
    return Colours(accent, "#FFFFFF", accent_ink, tint, "#8696A6", on_accent="#0B1118", header=header)


HIGH = high("#0A2650")
DARK = dark("#8FB4E8", "#0D2D5C", "#CBDCF5", "#1C2F4C")


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel: all that is said of it outside of its own screens, and where those are.

    `glyph` is the character in its tile (no logos), `caption` what Home says of it, `closed` what is said instead while
    it takes no business. `colours` are the usual ones, `high` and `dark` those of other contrasts. `matters` are those
    that can be done in it, each with what is different there. `tier` is the guide's word for a tier, `links` the names
    of what the codes on its entrances lead to. `start` is the first of its screens; `table` loads all of them.
    """

    id: str
    name: Text
    glyph: Verbatim
    caption: Text
    start: str
    table: "Callable[[], Table]"
    matters: Mapping[Matter, Text] = field(default_factory=dict)
    colours: Colours = Colours()
    high: Colours = HIGH
    dark: Colours = DARK
    tier: Text = Text("缴费档次")
    closed: Text = NOTHING
    links: tuple[str, ...] = ()
