"""How what is not there is told: by which call, after how long, where, and what may be meant."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from kit.names.reading import names_on
from kit.play import patience
from kit.play.probe import NotThere
from kit.testing.sentences import NotSo, nearest, says
from kit.testing.venue import Venue

ALERT = "alert message"
P = ParamSpec("P")
T = TypeVar("T")


class Fixture(Protocol):
    """What a test calls. `called` is its name there."""

    @property
    def called(self) -> str: ...

    @property
    def venue(self) -> Venue: ...


F = TypeVar("F", bound=Fixture)


def told(method: Callable[Concatenate[F, P], T]) -> Callable[Concatenate[F, P], T]:
    """Raises NotSo, with one sentence, for what was waited for in vain; the trace ends with the test's own line."""

    @wraps(method)
    def call(self: F, /, *args: P.args, **kwargs: P.kwargs) -> T:
        __tracebackhide__ = True
        said = [*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())]
        name = "" if method.__name__ == "__call__" else f".{method.__name__}"
        by = f"{self.called}{name}({', '.join(said)})"
        try:
            return method(self, *args, **kwargs)
        except NotThere as missing:
            wanted = next((one for one in (*args, *kwargs.values()) if isinstance(one, str)), "")
            wanted = wanted if method.__name__ != "says" or wanted.isascii() else ""
            error = NotSo(f"{by}: {_sentence(self.venue, wanted, missing)}", told=True)
        except NotSo as known:
            error = known if known.told else NotSo(f"{by}: {known}", told=True)
        raise error.with_traceback(None) from None

    return call


def _sentence(venue: Venue, wanted: str, missing: NotThere) -> str:
    ground = venue.ground
    waited, screen = missing.waited, ground.terminal.shell.navigation.screen
    if waited is None:
        return f"{missing}.{says(ground.kiosk.texts())}"
    there = ground.kiosk.has(waited.what)
    state = "is there, but cannot be used" if there else f"is not there on {screen}"
    after = f"after {waited.seconds:.1f} s (this machine ×{patience.factor():.1f}, looked {waited.looks} times)"
    named = names_on(ground.kiosk)
    names = [word for one in named for word in (one.name, one.label) if word]
    alerts = [f"{one.name} “{one.says}”" for one in named if one.role == ALERT and one.says]
    wrong = f" It says what is wrong: {', '.join(alerts)}." if alerts else ""
    end = "." if there or waited.what.startswith("screen ") or not wanted else nearest(wanted, names)
    return f"{waited.what} {state} {after}{end}{wrong}{says(ground.kiosk.texts())}"
