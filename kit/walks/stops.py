"""How each flow is walked: on every screen, what a visitor touches. Names of controls, and nothing else.

`person:NAME` is the dock's demonstration person of that name, `card:NAME` is that person's
identity card, put down and taken away once it was read, `phone` is the payer's phone beside the terminal, `sms`
has a code sent to it and types what came, `captcha` types what the picture shows, `print` prints and waits for the
end, `download` has that phone get the paper and waits until the terminal knows, `sweep` has unsettled orders and
approved refunds looked after at once, `bills` has the networks' bills of yesterday held against the books at once,
`week` puts the clock a week ahead of its start, `platform` sends the money of the newest order back at the merchant's
platform, under a number of that, `row:X` is the button X of the first row, `type:X` types X on the keypad, `hold:X:S`
holds X down until the screen S, `order` types the end of the newest
order's number, `write:X` commits X as the keyboard does, `copy` so copies number and check code from
the paper that was printed last.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen on the way, what it has to say before anything is touched, and the touches that lead on from it."""

    screen: str
    touches: tuple[str, ...] = ()
    says: str = ""


Walk = tuple[Stop, ...]

PHONE = "phone"
SMS = "sms"
PERSON = "person:"
CARD = "card:"
CAPTCHA = "captcha"
PRINT = "print"
COPY = "copy"
DOWNLOAD = "download"
SWEEP = "sweep"
BILLS = "bills"
PLATFORM = "platform"
WEEK = "week"
ORDER = "order"
ROW = "row:"
TYPE = "type:"
HOLD = "hold:"
WRITE = "write:"
LEVER = "dock.lever."


def home(touches: str) -> Stop:
    """Where every walk begins."""
    return Stop("home", tuple(touches.split()))


def stops(channel: str, *pairs: tuple[str, str] | tuple[str, str, str]) -> Walk:
    """Screens of a channel with the touches on each, spaces between them, and what has to be said there."""
    return tuple(Stop(f"{channel}.{screen}", tuple(touches.split()), *says) for screen, touches, *says in pairs)
