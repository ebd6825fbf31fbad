"""How each flow is walked: on every screen, what a visitor touches. Names of controls, and nothing else.

`person:NAME` is the dock's demonstration person of that name, `phone` is the payer's phone beside the terminal, `sms`
has a code sent to it and types what came, `captcha` types what the picture shows, `print` prints and waits for the
end, `row` is the button of the first row, `type:X` types X
on the keypad.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen on the way, and the touches that lead on from it."""

    screen: str
    touches: tuple[str, ...] = ()


Walk = tuple[Stop, ...]

PHONE = "phone"
SMS = "sms"
PERSON = "person:"
CAPTCHA = "captcha"
PRINT = "print"
ROW = "row"
TYPE = "type:"


def home(touches: str) -> Stop:
    """Where every walk begins."""
    return Stop("home", tuple(touches.split()))


def stops(channel: str, *pairs: tuple[str, str]) -> Walk:
    """Screens of a channel with the touches on each, spaces between them."""
    return tuple(Stop(f"{channel}.{screen}", tuple(touches.split())) for screen, touches in pairs)
