"""The colours of the desk, held against WCAG 2.2 AA in both of its schemes."""

import re
from pathlib import Path

import pytest

from tests.ui.wcag import Colour, ratio

STYLE = (Path(__file__).parents[3] / "bureau" / "desk" / "static" / "desk.css").read_text("utf-8")
TEXT, EDGE = 4.5, 3.0
"""What text has at least (1.4.3), and what tells a control or a bar from its ground (1.4.11)."""
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink2") for ground in ("bg", "surface", "tint")),
    *((ink, ground, TEXT) for ink in ("good", "doubt", "bad") for ground in ("surface", "tint")),
    *((ink, ground, TEXT) for ink in ("ink", "good") for ground in ("good-tint",)),
    *((ink, ground, TEXT) for ink in ("ink", "doubt", "ink2") for ground in ("doubt-tint",)),
    *((ink, ground, TEXT) for ink in ("ink", "bad") for ground in ("bad-tint",)),
    *(("on-tile", tile, TEXT) for tile in ("wechat", "alipay", "tax_app", "unionpay", "other")),
    ("on-accent", "accent", TEXT),
    ("off-ink", "off", TEXT),
    ("accent", "doubt-tint", TEXT),
    *(("control", ground, EDGE) for ground in ("surface", "bg")),
    *((bar, "off", EDGE) for bar in ("wechat", "alipay", "tax_app", "unionpay")),
    ("accent", "surface", EDGE),
]


def colours(scheme: str) -> dict[str, Colour]:
    """The tokens of a scheme, by name; what the dark one does not say is as in the light one."""
    light, dark = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    told = re.findall(r"--([\w-]+): #([0-9a-f]+)", light + (dark if scheme == "dark" else ""))
    return {name: _colour(value) for name, value in told}


def _colour(value: str) -> Colour:
    whole = "".join(2 * one for one in value) if len(value) == 3 else value
    red, green, blue = bytes.fromhex(whole)
    return red, green, blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_everything_can_be_told_from_its_ground(scheme: str, ink: str, ground: str, least: float) -> None:
    known = colours(scheme)
    assert ratio(known[ink], known[ground]) >= least


def test_no_colour_is_said_beside_the_tokens_but_on_the_deep_side() -> None:
    """A new one would be held against nothing."""
    rules = re.sub(
        r"@media \(prefers-color-scheme: dark\) \{\s*:root \{.*?\}\s*\}|:root \{.*?\}", "", STYLE, flags=re.DOTALL
    )
    others = set(re.findall(r"#[0-9a-f]{3,6}\b", rules))
    assert others <= {"#fff", "#000", "#0d2d5c", "#1a427e", "#8c1d18", "#b3261e"}
    assert ratio((255, 255, 255), _colour("1a427e")) >= TEXT and ratio((255, 255, 255), _colour("0d2d5c")) >= TEXT
    assert ratio((255, 255, 255), _colour("b3261e")) >= TEXT and ratio((255, 255, 255), _colour("8c1d18")) >= TEXT
