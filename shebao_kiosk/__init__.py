"""The terminal for testers, as a pytest plugin; docs/testing.md says how it is used.

It stands beside `main.py` and composes as that does: rooms are given what they need, and none of them knows it. In a
wheel all rooms lie in this package, so that nothing as general as `ui` or `main` lies among the modules of who installs
it; they can be imported from the first test on that asks for the terminal, and cost nothing before.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from kit.bus.visitor import Visitor
    from kit.play.playground import Playground
    from kit.testing.kiosk import TestedKiosk
    from kit.testing.someone import People
    from kit.testing.venue import Venue
    from kit.testing.world import Clock, Network, Phone, Printer

HOUSE = next(folder for folder in Path(__file__).parents if (folder / "main.py").is_file())
"""Where the rooms lie: in a wheel in this package, in the tree beside it."""
ROOMS = ("main", "commands", "kit", "ui", "bureau", "viewmodels", "domain", "storage", "adapters")
SIZE, LANGUAGE, PATIENCE = "1080x1920", "zh", "20"
TRACES = "kiosk-traces"
"""Where they are kept, and who keeps them."""
MARK = "kiosk(size=…, language=…): how this test wants its terminal"


class Hooks:
    """Who looks on while a terminal is tested, such as a trace or a recorder, implements these."""

    @pytest.hookspec
    def pytest_kiosk_opened(self, item: pytest.Item, ground: "Playground") -> None:
        """A test's terminal is there; `ground.kiosk.witness` is told of what is done to it from here on."""

    @pytest.hookspec
    def pytest_kiosk_closing(self, item: pytest.Item, ground: "Playground") -> None:
        """It is about to go; whether the test passed is known (`item`)."""


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    pluginmanager.add_hookspecs(Hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("kiosk", "the terminal for social insurance payments")
    group.addoption("--kiosk-window", action="store_true", help="show the terminal on this display")
    group.addoption(
        "--kiosk-trace",
        choices=("off", "on", "retain-on-failure"),
        default="off",
        help="keep what each test did and saw in one HTML file, in kiosk-traces; or only of those that fail",
    )
    for name, usual, says in (
        ("size", SIZE, "1080x1920, 1920x1080 or 1280x1024"),
        ("language", LANGUAGE, "what the screens are written in: zh, en, or xx to test with"),
        ("patience", PATIENCE, "seconds to wait for a screen on the usual machine; a slow one waits longer by itself"),
    ):
        group.addoption(f"--kiosk-{name}", default=None, metavar=name.upper(), help=f"{says} (ini: kiosk_{name})")
        parser.addini(f"kiosk_{name}", says, default=usual)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", MARK)


def enter() -> ModuleType:
    """The root of the house, its rooms ready to be imported. Raises ImportError if others have their names."""
    for room in ROOMS:
        known = getattr(sys.modules.get(room), "__file__", None)
        if known is not None and not Path(known).is_relative_to(HOUSE):
            raise ImportError(
                f"kiosk: the terminal has a module called {room!r}, and {known} was imported under that name before: "
                "rename yours, or import it later"
            )
    if sys.path[:1] != [str(HOUSE)]:
        sys.path.insert(0, str(HOUSE))
    import main

    return main


def refuse(why: str) -> NoReturn:
    """The test cannot begin; it is told why without a trace."""
    pytest.fail(why, pytrace=False)


@contextmanager
def surroundings(seen: bool) -> Iterator[ModuleType]:
    """Qt's application, which is used to know nothing of the session; afterwards all is as the tester had it."""
    before = dict(os.environ)
    try:
        main = enter()
    except ImportError as hidden:
        refuse(str(hidden))
    try:
        if not seen:
            os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
        application = main.application()
        yield main
        del application
    finally:
        os.environ.clear()
        os.environ.update(before)


def _trace(config: pytest.Config) -> None:
    """Have traces kept, if that was asked for."""
    if config.getoption("kiosk_trace") != "off" and not config.pluginmanager.has_plugin(TRACES):
        from kit.trace import Keep
        from kit.trace.keeping import Traces

        config.pluginmanager.register(Traces(Keep(config.getoption("kiosk_trace")), config.rootpath / TRACES), TRACES)


@pytest.fixture
def _kiosk_venue(request: pytest.FixtureRequest) -> "Iterator[Venue]":
    """What all fixtures share: one terminal a test."""
    config, item = request.config, request.node
    marker = item.get_closest_marker("kiosk")
    said = marker.kwargs if marker is not None else {}

    def chosen(name: str) -> str:
        return str(said.get(name) or config.getoption(f"kiosk_{name}") or config.getini(f"kiosk_{name}"))

    with surroundings(config.getoption("kiosk_window")) as main:
        _trace(config)
        from adapters.assets.words import catalogues
        from kit.play.ground import playground
        from kit.testing.venue import Venue, Wanted

        def make(size: tuple[int, int], morning: datetime) -> "AbstractContextManager[Playground]":
            return playground(main.open_backend, morning, size, None, catalogues(main.ASSETS / "words"))

        spoken = {"zh", "xx", *(file.stem for file in (main.ASSETS / "words").glob("*.po"))}
        for name, known in (("size", main.SIZES), ("language", spoken)):
            if chosen(name) not in known:
                refuse(f"kiosk: there is no {name} {chosen(name)!r}, but {', '.join(sorted(known))}")
        wanted = Wanted(main.SIZES[chosen("size")], chosen("language"), main.DEMO_MORNING, float(chosen("patience")))
        venue = Venue(make, wanted, lambda ground: item.ihook.pytest_kiosk_opened(item=item, ground=ground))
        try:
            yield venue
        finally:
            if venue.is_open:
                item.ihook.pytest_kiosk_closing(item=item, ground=venue.ground)
            venue.close()


@pytest.fixture
def kiosk(_kiosk_venue: "Venue") -> "TestedKiosk":
    """A terminal of its own, on the demonstration, with a finger and eyes."""
    from kit.testing.kiosk import TestedKiosk

    return TestedKiosk(_kiosk_venue)


@pytest.fixture
def person(_kiosk_venue: "Venue") -> "People":
    """Somebody invented: `person("张建国")`, `person(enrolled="flexible pension", owes="nothing")`."""
    from kit.testing.someone import People

    return People(_kiosk_venue)


@pytest.fixture
def clock(_kiosk_venue: "Venue") -> "Clock":
    """The hall's time: `clock.at("2026-12-31 22:49:50")`."""
    from kit.testing.world import Clock

    return Clock(_kiosk_venue)


@pytest.fixture
def network(_kiosk_venue: "Venue") -> "Network":
    """What the terminal talks to: `network.breaks("wechat", "silent")`, `network.mends()`."""
    from kit.testing.world import Network

    return Network(_kiosk_venue)


@pytest.fixture
def printer(_kiosk_venue: "Venue") -> "Printer":
    """The printer for A4: `printer.runs_out()`, `printer.mends()`."""
    from kit.testing.world import Printer

    return Printer(_kiosk_venue)


@pytest.fixture
def phone(_kiosk_venue: "Venue") -> "Phone":
    """The payer's phone: `phone.pays()`, `phone.sms`."""
    from kit.testing.world import Phone

    return Phone(_kiosk_venue)


@pytest.fixture(scope="session")
def _kiosk_bus() -> Iterator[str]:
    """The address of an accessibility bus where nobody else is."""
    enter()
    from kit.bus.house import bus

    with bus() as address:
        yield address


@pytest.fixture
def outside(_kiosk_bus: str, tmp_path: Path) -> "Iterator[Visitor]":
    """A terminal in a process of its own, read and pressed over the accessibility bus; it begins as `kiosk` does."""
    main = enter()
    from kit.bus.atspi import at_spi
    from kit.bus.house import started
    from kit.bus.visitor import Visitor

    begins = main.DEMO_MORNING.replace(tzinfo=None).isoformat(" ")
    with started(["-m", "shebao_kiosk", "run", "--begins", begins], _kiosk_bus, tmp_path), at_spi(_kiosk_bus) as tree:
        yield Visitor(tree)
