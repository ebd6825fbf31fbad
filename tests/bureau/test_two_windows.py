"""Two terminals with a window each, on one bureau: what one sells the other does not sell again."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import main
from adapters.assets.words import catalogues
from adapters.settings.bureau import BureauSettings
from domain.payment.states import OrderState
from kit.play.ground import playground
from kit.play.playground import Playground
from kit.walks.cases import TO_THE_CODE
from kit.walks.stops import PHONE, Walk
from tests.bureau.conftest import Served
from viewmodels.words.phases import BILL_BUSY
from viewmodels.words.sentences import TAX_UNREACHABLE

ALREADY = "这一期的费款已经缴过了，不用再缴"
Open = Callable[[str], Playground]


@pytest.fixture
def terminal(served: Served, tmp_path: Path) -> Iterator[Open]:
    """Opens a terminal of a number, with a window, a store and networks of its own."""
    served.clock.at = main.DEMO_MORNING
    with ExitStack() as opened:

        def open_(number: str) -> Playground:
            folder = tmp_path / number
            folder.mkdir()
            shutil.copy(served.enrolled(number), folder / "bureau.pem")
            told = BureauSettings(url=served.url, ca_file=served.places.ca)

            def backend(settings, *others):  # type: ignore[no-untyped-def]
                return main.open_backend(settings.model_copy(update={"bureau": told, "terminal": number}), *others)

            words = catalogues(main.ASSETS / "words")
            return opened.enter_context(playground(backend, main.DEMO_MORNING, (1080, 1920), folder, words))

        yield open_


def walk(ground: Playground, way: Walk) -> None:
    for stop in way:
        ground.kiosk.shows(stop.screen)
        for touch in stop.touches:
            ground.touch(touch)


def test_one_person_pays_one_bill_once_at_two_terminals(terminal: Open, served: Served, qapp: object) -> None:
    here, there = terminal("T0001"), terminal("T0002")
    walk(here, TO_THE_CODE)
    here.kiosk.shows("wechat.pay")
    walk(there, TO_THE_CODE)
    there.kiosk.shows("wechat.pay")
    there.kiosk.until(lambda: there.kiosk.says(BILL_BUSY), "why there is no code")
    assert not there.orders()
    here.touch(PHONE)
    here.kiosk.shows("wechat.result")
    (order,) = here.orders()
    assert order.state is OrderState.POSTED
    there.kiosk.goes_home()
    walk(there, TO_THE_CODE[:6])
    there.kiosk.until(lambda: there.kiosk.says(ALREADY), "that it has been paid")
    assert not there.orders()


def test_a_line_that_is_down_is_said_at_home(terminal: Open, served: Served, qapp: object) -> None:
    here = terminal("T0001")
    here.kiosk.until(lambda: not here.kiosk.says("暂停，线路不通"), "tiles as they are")
    served.offices.terminals.revoke("T0001", served.clock.now())
    walk(here, TO_THE_CODE[:3])
    here.kiosk.until(lambda: here.kiosk.says(TAX_UNREACHABLE), "that nobody answers")
    here.kiosk.goes_home()
    here.kiosk.until(lambda: here.kiosk.says("暂停，线路不通"), "that nothing can be done")
    assert here.kiosk.find("tile.matter.records").property("caption") == "暂停，线路不通"
