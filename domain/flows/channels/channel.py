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

    `accent` fills headers and buttons (`deep` while they are touched), `accent_ink` is text on `tint`, `edge` is around
    it. `tests/ui/test_theme.py` holds each pair against WCAG 2.
    """

    accent: str = "#143F7D"
    deep: str = "#0D2D5C"
    accent_ink: str = "#123A74"
    tint: str = "#E7EDF6"
    edge: str = "#A3B7D3"


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel: all that is said of it outside of its own screens, and where those are.

    `glyph` is the character in its tile (no logos), `caption` what Home says of it, `closed` what is said instead while
    it takes no business. `matters` are those that can be done in it, each with what is different there. `tier` is the
    guide's word for a tier, `links` the names of what the codes on its entrances lead to. `start` is the first of its
    screens; `table` loads all of them.
    """

    id: str
    name: Text
    glyph: Verbatim
    caption: Text
    start: str
    table: "Callable[[], Table]"
    matters: Mapping[Matter, Text] = field(default_factory=dict)
    colours: Colours = Colours()
    tier: Text = Text("缴费档次")
    closed: Text = NOTHING
    links: tuple[str, ...] = ()
