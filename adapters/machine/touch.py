"""How what is touched lies over the picture, as X's libinput is told: by `xinput`, each time the terminal starts."""

import re
import subprocess
from collections.abc import Mapping

MATRIX = "Coordinate Transformation Matrix"
TURNED = {
    0: "1 0 0 0 1 0 0 0 1",
    90: "0 -1 1 1 0 0 0 0 1",
    180: "-1 0 1 0 -1 1 0 0 1",
    270: "0 1 0 -1 0 1 0 0 1",
}
"""From places on what is touched to those on the panel, where that is turned clockwise by so many degrees."""
PATIENCE_S = 5


class TouchUnknown(Exception):
    """It could not be turned; in a sentence."""


def turn(turned: int, named: str, environment: Mapping[str, str]) -> None:
    """Have each touch screen, or the one of that name, report where it lies on the panel. Raises TouchUnknown."""
    found = [named] if named else touch_screens(_xinput(environment, "list", "--long"))
    if not found:
        raise TouchUnknown("xinput knows no touch screen")
    for one in found:
        _xinput(environment, "set-prop", one, MATRIX, *TURNED[turned].split())


def touch_screens(listed: str) -> list[str]:
    """The numbers of the devices that can be touched, in what `xinput list --long` says.

    X's own pointer is none: whatever moves it lends it what it can.
    """
    devices = re.split(r"^.*\tid=(?=\d+\t\[slave)", listed, flags=re.MULTILINE)[1:]
    return [device.split()[0] for device in devices if "XITouchClass" in re.split(r"\tid=", device)[0]]


def _xinput(environment: Mapping[str, str], *words: str) -> str:
    try:
        done = subprocess.run(
            ["xinput", *words], env=dict(environment), capture_output=True, text=True, timeout=PATIENCE_S
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TouchUnknown(f"xinput cannot be asked: {error}") from error
    if done.returncode:
        raise TouchUnknown(done.stderr.strip() or f"xinput ended with {done.returncode}")
    return done.stdout
