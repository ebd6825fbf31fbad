"""`./kiosk names`: goes to screens by their walks, and lists what is called there, with a picture if one is wanted."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domain.flows.catalogue import SCREENS
from domain.flows.channels import CHANNELS
from kit.names.fivelines import five_lines
from kit.names.reading import names_on, words_on
from kit.names.rows import rows
from kit.names.sheet import Sheet, draw
from kit.play.playground import MakePlayground
from kit.play.probe import Kiosk, NotThere
from kit.play.walkthrough import Look, usable
from kit.testing.sentences import no_such
from kit.testing.ways import HOME, shortest
from kit.walks import ASTRAY, WALKS
from kit.walks.stops import Walk

SOMETIMES = "only if something is wrong"


@dataclass(frozen=True, slots=True)
class Errand:
    """A walk, and the screens to be looked at on it, each at its stop."""

    walk: Walk
    stops: dict[int, str]


def play(screen: str, out: Path | None, look: Look, make: MakePlayground) -> int:
    """List one screen, or if none is named each that walks reach: 0, 1 if one was not reached, 2 for no such screen."""
    if screen and not (screen == HOME or screen in SCREENS):
        print(f"kiosk: {no_such('screen', screen, [HOME, *SCREENS])}")
        return 2
    if screen and shortest(screen) is None:
        print(f"kiosk: no walk reaches {screen}")
        return 1
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for errand in [errand_to(screen)] if screen else _all():
        try:
            for sheet in met(errand, look, make):
                print("\n".join(listed(sheet)), end="\n\n", flush=True)
                if out is not None:
                    draw(sheet).save(str(out / f"{sheet.screen}.png"))
        except NotThere as missing:
            print(f"kiosk: {missing}")
            wrong = 1
    return wrong


def errand_to(screen: str) -> Errand:
    """The shortest walk there; there has to be one."""
    found = shortest(screen)
    assert found is not None
    walk, at = found
    return Errand(walk, {at: screen})


def _all() -> Iterator[Errand]:
    """As few walks as reach all that any reaches, each screen at its first stop."""
    seen: set[str] = set()
    for walk in (*WALKS.values(), *ASTRAY.values()):
        stops: dict[int, str] = {}
        for at, stop in enumerate(walk):
            if stop.screen not in seen:
                seen.add(stop.screen)
                stops[at] = stop.screen
        if stops:
            yield Errand(walk, stops)


def met(errand: Errand, look: Look, make: MakePlayground) -> Iterator[Sheet]:
    """Each of its screens as it is come to. Raises NotThere."""
    with make(look.size) as ground:
        ground.speak(look.language)
        for at, stop in enumerate(errand.walk[: max(errand.stops) + 1]):
            ground.reaches(stop)
            if at in errand.stops:
                for touch in stop.touches[:1]:
                    usable(ground.kiosk, touch)
                yield _sheet(ground.kiosk, errand.walk, at)
            if at < max(errand.stops):
                for touch in stop.touches:
                    ground.touch(touch)


def _sheet(kiosk: Kiosk, walk: Walk, at: int) -> Sheet:
    kiosk.rest()
    screen, row = walk[at].screen, SCREENS.get(walk[at].screen)
    title = kiosk.text("title") if kiosk.has("title") else ""
    onward = walk[at + 1].screen if at + 1 < len(walk) else ""
    test = five_lines(screen, title, walk[at], onward)
    words = tuple(words_on(kiosk))
    return Sheet(
        screen, _channel(screen), row.code if row else "", title, kiosk.picture(), names_on(kiosk), words, tuple(test)
    )


def _channel(screen: str) -> str:
    """Whose screen it is, in Chinese; empty where it is the terminal's own."""
    channel = CHANNELS.get(screen.partition(".")[0])
    return str(channel.name) if channel else ""


def listed(sheet: Sheet) -> Iterator[str]:
    """The lines of a list: name, role, what a reader says, what a test does with it."""
    yield "  ".join(part for part in (sheet.screen, sheet.title, sheet.code) if part)
    for place, those in rows(sheet.names):
        yield f"  {place}"
        for row in those:
            one = row.first
            says = (row.says if one.shown else SOMETIMES).replace("\n", "")
            yield f"    {row.called:32} {one.role:14} {one.verb:6} {says}".rstrip()
    yield ""
    yield from (f"    {line}" for line in sheet.test)
