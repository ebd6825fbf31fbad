"""What is touched is turned over the picture, by a real X server; what X says of touch screens is read."""

import subprocess
from collections.abc import Iterator, Mapping

import pytest

from adapters.machine import touch
from tests.x11 import display_of_its_own

LISTED = """\
⎡ Virtual core pointer                    \tid=2\t[master pointer  (3)]
\tReporting 3 classes:
\t\tClass originated from: 9. Type: XITouchClass
⎜   ↳ A touch panel                           \tid=9\t[slave  pointer  (2)]
\tReporting 2 classes:
\t\tClass originated from: 9. Type: XIButtonClass
\t\tClass originated from: 9. Type: XITouchClass
\t\tTouch mode: direct
⎜   ↳ A mouse                                 \tid=6\t[slave  pointer  (2)]
\tReporting 2 classes:
\t\tClass originated from: 6. Type: XIButtonClass
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[Mapping[str, str]]:
    """The environment of a display, with the pointer that Xvnc has."""
    with display_of_its_own() as environment:
        yield environment


@pytest.mark.parametrize("turned", touch.TURNED)
def test_a_device_is_turned(screen: Mapping[str, str], turned: int) -> None:
    touch.turn(turned, "TigerVNC pointer", screen)
    said = subprocess.run(
        ["xinput", "list-props", "TigerVNC pointer"], env=dict(screen), capture_output=True, text=True
    )
    line = next(line for line in said.stdout.splitlines() if touch.MATRIX in line)
    assert [float(number) for number in line.partition(":")[2].split(",")] == [
        float(number) for number in touch.TURNED[turned].split()
    ]


@pytest.mark.parametrize(("turned", "x", "y"), [(0, 0.25, 0.1), (90, 0.9, 0.25), (180, 0.75, 0.9), (270, 0.1, 0.75)])
def test_a_place_on_it_is_where_it_lies_on_the_panel(turned: int, x: float, y: float) -> None:
    """A quarter from its left and a tenth from its top: turned clockwise, its top is at the panel's right."""
    a, b, c, d, e, f, *_ = (float(number) for number in touch.TURNED[turned].split())
    assert (a * 0.25 + b * 0.1 + c, d * 0.25 + e * 0.1 + f) == pytest.approx((x, y))


def test_touch_screens_are_known_from_mice() -> None:
    assert touch.touch_screens(LISTED) == ["9"]


@pytest.mark.parametrize("named", ["", "a glove"])
def test_what_is_not_there_is_told(screen: Mapping[str, str], named: str) -> None:
    with pytest.raises(touch.TouchUnknown):
        touch.turn(90, named, screen)
