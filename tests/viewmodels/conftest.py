"""View models on a real store and a scripted network, without a window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from adapters.documents.pdf import Pdf
from adapters.printing.watch import PrinterWatch
from adapters.runtime import Machine
from domain.flows.catalogue import SCREENS
from domain.flows.channels import CHANNELS
from domain.flows.visit import Visit
from domain.payment.order import Network
from domain.printing.press import Press
from domain.printing.slip import SlipPress
from tests.certificates.room import PrintRoom, Templates
from tests.desk import desk_of, hall_clock
from tests.payment.hall import Hall, template
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.reading import Watch
from ui.garbage import Garbage
from ui.kinds import step_maker
from viewmodels.parts import Parts, Premises, PrintShop, Till
from viewmodels.step import StepViewModel
from viewmodels.words.language import PSEUDO
from viewmodels.worker import Worker


class Ended:
    """How a step ended, once it has."""

    def __init__(self) -> None:
        self.outcome: str | None = None
        self.visit = Visit()

    def __call__(self, outcome: str, visit: Visit) -> None:
        self.outcome, self.visit = outcome, visit


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def network() -> ScriptedNetwork:
    return ScriptedNetwork()


@pytest.fixture
def hall(origin: Path, network: ScriptedNetwork, tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(origin, tmp_path, dict.fromkeys(map(Network, ("wechat", "alipay", "unionpay")), network))
    yield hall
    hall.store.close()


@pytest.fixture
def room(tmp_path: Path) -> PrintRoom:
    return PrintRoom(tmp_path / "papers")


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    return Templates.copied(tmp_path / "templates")


@pytest.fixture
def parts(qapp: object, hall: Hall, room: PrintRoom, templates: Templates) -> Iterator[Parts]:
    garbage, worker = Garbage(), Worker()
    book, clock, desk = hall.store.certificates, hall_clock(hall), desk_of(hall)
    press = Press(book, templates.typesetter(), room.printers, clock, lambda: room.now)
    watch = PrinterWatch(room.printers, Machine())
    slips = SlipPress(templates.typesetter(), press, hall.store.slips)
    yield Parts(
        desk,
        Till(hall.cashier, poll_ms=3_600_000),
        PrintShop(press, slips, watch, Pdf, templates.typesetter()),
        Premises("贵阳市", channels=frozenset(CHANNELS), terminal="T0001"),
        worker,
    )
    worker.stop()
    worker.deleteLater()
    garbage.stop()


@pytest.fixture
def ended() -> Ended:
    return Ended()


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition)

    return wait


@pytest.fixture
def show(parts: Parts, ended: Ended, until: Callable[[Callable[[], bool]], None]) -> Iterator[Callable[..., Any]]:
    """The view model of a screen, once what it asks at first has been answered; of another world's `parts` if given.

    Whatever becomes of it then, QML is told; and all of it is said again in another language.
    """
    watches: list[Watch] = []

    def shown(at: str, visit: Visit, others: Parts = parts) -> StepViewModel:
        step = step_maker(others)(SCREENS[at], visit, ended)
        watches.append(Watch(step))
        until(lambda: not step.property("loading"))
        return step

    yield shown
    stale = [name for watch in watches for name in watch.stale()]
    parts.language.choose(PSEUDO)
    assert stale + [f"{name} in {PSEUDO}" for watch in watches for name in watch.stale()] == []
