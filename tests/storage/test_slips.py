"""How many slips came out: one for each that was sent, whatever is said twice, and however the program ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain.certificates.book import PrintEnd
from domain.certificates.paper import TypesettingFailed
from domain.desk.day_end import Slips
from domain.printing.press import STOPPED_FOR, Press
from domain.printing.printer import JobState, PrinterFault
from domain.printing.slip import Said, SlipPress, SlipRun
from kit.simulators.printers import PrinterTrouble
from storage import StoreError
from storage.day import StoredDay
from storage.store import Store
from tests.certificates.room import PAGE_S, PrintRoom
from tests.desk import TYPESETTER
from tests.documents.test_slips import SLIP
from tests.payment.hall import NOON
from tests.storage.test_opening import reopen

DAY = timedelta(days=1)


@dataclass
class Shop:
    """A terminal that prints slips, at a time that is set by hand."""

    folder: Path
    room: PrintRoom
    now: datetime = NOON

    def __post_init__(self) -> None:
        self.store: Store = reopen(self.folder)

    def restarts(self) -> None:
        """Whatever was under way: its printers are cleared."""
        self.store.close()
        for printer in self.room.printers.values():
            printer.clear()
        self.store = reopen(self.folder)

    @property
    def press(self) -> SlipPress:
        around = (self.room.printers, lambda: self.now, lambda: self.room.now)
        return SlipPress(TYPESETTER, Press(self.store.certificates, TYPESETTER, *around), self.store.slips)

    def prints(self, again: bool = False) -> SlipRun:
        return self.press.start(replace(SLIP, again=again), "a4")

    def told(self, day: datetime = NOON) -> Slips:
        """What the report says of a day."""
        begins = day.replace(hour=0)
        return StoredDay(self.store.sessions).slips(begins, begins + DAY)


@pytest.fixture
def shop(folder: Path, tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(folder, PrintRoom(tmp_path / "papers"))
    yield shop
    shop.store.close()


def test_each_counts_once_however_often_its_end_is_told(shop: Shop) -> None:
    assert shop.told() == Slips(0, 0, 0)
    run = shop.prints()
    assert shop.told() == Slips(0, 0, 1), "nobody knows yet"
    assert shop.press.follow(run).job.state is JobState.PRINTING
    shop.room.pass_by(PAGE_S)
    assert shop.press.follow(run).job.state is JobState.PRINTED
    assert run.counted is not None
    for _ in range(2):
        shop.press.follow(run)  # The printer has forgotten it, and says that it is lost.
        shop.press.give_up(run)
        shop.store.slips.end(run.counted, PrintEnd.FAILED, NOON)
        shop.store.slips.forget(run.counted)
    assert shop.told() == Slips(1, 0, 0)
    shop.prints(again=True)
    shop.room.pass_by(PAGE_S)
    assert shop.told() == Slips(1, 1, 1)


def test_what_did_not_come_out_by_the_printers_own_word_is_counted_apart(shop: Shop) -> None:
    called_off = shop.press.give_up(shop.prints())
    assert called_off.job.state is JobState.FAILED
    jammed = shop.prints()
    shop.room.pull(PrinterTrouble.JAM)
    jammed = shop.press.follow(jammed)
    shop.room.pass_by(STOPPED_FOR + 1)
    assert shop.press.follow(jammed).job.state is JobState.LOST
    assert shop.told() == Slips(0, 0, 2)
    with pytest.raises(PrinterFault):
        shop.prints()
    shop.room.pull(PrinterTrouble.NONE)
    with pytest.raises(TypesettingFailed):
        shop.press.start(replace(SLIP, lines=((Said("缴费人"), Said("\U0003ffff")),)), "a4")
    assert shop.told() == Slips(0, 0, 2), "what never came to a printer is no slip"


def test_neither_a_test_page_nor_a_report_is_a_slip(shop: Shop) -> None:
    press, slip = shop.press, TYPESETTER.slip(SLIP, shop.room.printers["a4"].media)
    for run in (press.test("T0001", "a4"), press.send(slip, "a4")):
        shop.room.pass_by(PAGE_S)
        press.follow(run)
    assert len(shop.room.papers()) == 2 and shop.told() == Slips(0, 0, 0)


def test_it_outlasts_the_program_and_each_day_has_its_own(shop: Shop) -> None:
    run, cut = shop.prints(), shop.prints()
    shop.room.pass_by(PAGE_S)
    shop.press.follow(run)
    shop.restarts()
    assert shop.told() == Slips(1, 0, 1), "of what was under way nobody knows any more"
    shop.now = NOON + DAY
    late = shop.prints(again=True)
    assert late.counted not in (run.counted, cut.counted)
    shop.room.pass_by(PAGE_S)
    shop.press.follow(late)
    assert (shop.told(), shop.told(NOON + DAY)) == (Slips(1, 0, 1), Slips(1, 1, 0))


def test_without_a_book_nothing_is_printed_and_an_end_is_written_once_it_can_be(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = shop.prints()
    shop.room.pass_by(PAGE_S)

    def full() -> None:
        raise StoreError("full")

    with monkeypatch.context() as broken:
        broken.setattr(shop.store.sessions, "writing", full)
        with pytest.raises(StoreError):
            shop.prints()
        with pytest.raises(StoreError):
            shop.press.follow(run)
    assert shop.told() == Slips(0, 0, 1) and len(shop.room.papers()) == 1
    assert shop.press.follow(run).job.state is JobState.PRINTED, "the printer still knows it"
    assert shop.told() == Slips(1, 0, 0)
