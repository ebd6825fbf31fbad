"""A second program is started on the store of the first: a double autostart, a restart that overlaps."""

from pathlib import Path

import pytest
from sqlalchemy import select

import main
from adapters.runtime import Machine
from adapters.settings import Settings
from domain.ports import ForStaff, MayPass
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from storage import open_store
from storage.rows import CertificateRow, PrintRow
from tests.screens.test_certificates import comes_to_the_paper, tray
from tests.screens.visitor import Visitor
from viewmodels.worker import Worker

REFUSED = r"another program runs on the store .*demo\.sqlite: end that one first$"


def test_it_is_refused_and_the_first_one_s_papers_stay(
    visitor: Visitor, kiosk: Kiosk, ground: Playground, store: Path
) -> None:
    comes_to_the_paper(visitor, kiosk)
    ground.touch("print")
    papers = tray(store)
    assert papers
    with pytest.raises(ForStaff, match=REFUSED) as refused:
        main.open_backend(Settings(store=store / "demo.sqlite"), Worker(), runtime=Machine(lambda: main.DEMO_MORNING))
    assert not isinstance(refused.value, MayPass)
    assert tray(store) == papers
    kiosk.touch("home")
    kiosk.shows("home")


def test_it_is_refused_and_the_print_that_is_under_way_goes_on(qapp: object, store: Path) -> None:
    settings = Settings(store=store / "demo.sqlite")
    backend = main.open_backend(settings, Worker())
    beside = open_store(store / "demo.sqlite", store / "demo.key")
    with beside.sessions.reading() as session:
        number = session.scalars(select(CertificateRow.number)).first()
    assert number
    beside.certificates.begin_print(number, main.DEMO_MORNING)
    with pytest.raises(ForStaff, match=REFUSED):
        main.open_backend(settings, Worker())
    with beside.sessions.reading() as session:
        assert [row.end for row in session.scalars(select(PrintRow))][-1] is None
    beside.close()
    backend.close()
    main.open_backend(settings, Worker()).close()


def test_what_stands_behind_the_screens_knows_of_damage_and_of_room(ground: Playground) -> None:
    ground.backend.probe()
    assert ground.backend.damage() is None
