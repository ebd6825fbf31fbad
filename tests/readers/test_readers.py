"""Readers on a real pseudo-terminal: a card is read once each time it is put down, and only if a screen waits."""

import os
import tty
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

import pytest

from adapters.printing.streams import SerialStream
from adapters.readers.installed import installed
from adapters.readers.sam import EVERY_S, SamProtocol, SamReader
from adapters.readers.scanner import LONGEST, CodeScanner, Lines
from adapters.runtime import Machine
from adapters.settings import Settings
from domain.identity import DocumentKind
from domain.readers.reader import Place, Readers
from domain.readers.reading import Card, Reading, Scanned, Unread
from domain.readers.readings import LEASE_S, Readings
from domain.runtime import HALL_TIME
from kit.simulators.runtime import SimulatedRuntime
from kit.simulators.sam import SimulatedSam
from tests.printing.pty_printer import terminal, until

ZHANG = Card(DocumentKind.RESIDENT_ID, "520199197803150119", "张建国")
HE = Card(DocumentKind.HK_MACAO_RESIDENCE, "810000199408230021", "何家辉")
RUNTIME = Machine(lambda: datetime(2026, 11, 24, 10, 24, tzinfo=HALL_TIME))
SCREEN, NEXT = object(), object()


class Area:
    """The place where cards are put, a reader at it, and the screen that waits."""

    def __init__(self) -> None:
        self.sam = SimulatedSam(RUNTIME)
        self.readings = Readings(RUNTIME.uptime)
        self.looks = 0
        self.reader = SamReader("读卡器", self.opened, self.readings, RUNTIME, 0.01)

    def opened(self) -> SerialStream:
        self.looks += 1
        return SerialStream(self.sam.device)

    def reads(self, screen: object = SCREEN) -> Reading:
        """What a screen gets that waits until something was read."""
        got: list[Reading | None] = [None]

        def read() -> bool:
            got.append(self.readings.take(screen))
            return got[-1] is not None

        until(read, "a card")
        assert got[-1] is not None
        return got[-1]

    def reads_nothing(self, screen: object = SCREEN) -> bool:
        """Whether a screen gets nothing, though the reader has looked more than once meanwhile."""
        asked = self.sam.board.asked
        got: list[Reading | None] = []

        def looked() -> bool:
            got.append(self.readings.take(screen))
            return self.sam.board.asked > asked + 3

        until(looked, "a look")
        return not any(got)


@pytest.fixture
def area() -> Iterator[Area]:
    area = Area()
    area.reader.start()
    yield area
    area.reader.stop()
    area.sam.stop()


def test_a_card_is_read_once_for_each_time_it_is_put_down(area: Area) -> None:
    assert area.reads_nothing()
    area.sam.board.put(ZHANG)
    assert area.reads() == ZHANG
    assert area.reads_nothing()
    area.sam.board.take_away()
    assert area.reads_nothing()
    area.sam.board.put(HE)
    assert area.reads() == HE


def test_it_is_asked_seldom_while_no_screen_waits() -> None:
    machine = SimulatedRuntime(RUNTIME.now())
    sam, readings = SimulatedSam(RUNTIME), Readings(machine.uptime)
    reader, line = SamReader("读卡器", partial(SerialStream, sam.device), readings, machine), SerialStream(sam.device)
    asked = []
    for screen in (None, SCREEN):
        before = sam.board.asked
        for _ in range(9):
            if screen:
                readings.take(screen)
            reader._look_for_cards(line)
            machine.pass_by(seconds=EVERY_S)
        asked.append(sam.board.asked - before)
    line.close()
    sam.stop()
    assert asked == [2, 9]


def test_a_card_that_was_read_and_still_lies_there_is_not_read_for_the_next_screen(area: Area) -> None:
    area.sam.board.put(ZHANG)
    assert area.reads() == ZHANG
    assert area.reads_nothing(NEXT)


def test_a_card_that_a_visitor_has_forgotten_is_not_read_for_the_next(area: Area) -> None:
    area.sam.board.put(ZHANG)
    asked = area.sam.board.asked
    until(lambda: area.sam.board.asked > asked + 1, "the reader's look")
    area.reader.clear()
    assert area.reads_nothing()
    area.sam.board.take_away()
    assert area.reads_nothing()
    area.sam.board.put(HE)
    assert area.reads() == HE


def test_a_card_that_is_still_being_read_when_its_visitor_goes_is_not_read_for_the_next(
    area: Area, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = SamProtocol.reads

    def gone_meanwhile(protocol: SamProtocol, today: date) -> Card | None:
        area.readings.clear()
        area.readings.take(NEXT)
        return reads(protocol, today)

    monkeypatch.setattr(SamProtocol, "reads", gone_meanwhile)
    area.sam.board.put(ZHANG)
    area.readings.take(SCREEN)
    until(lambda: area.sam.board.asked > 6, "that the card is read")
    assert area.reads_nothing(NEXT)


def test_a_card_that_cannot_be_read_is_told_of(area: Area) -> None:
    area.sam.board.put(Card(ZHANG.kind, "520199197803150118", ZHANG.name))
    assert area.reads() == Unread()


def test_a_reader_that_is_pulled_out_is_told_of_and_found_again() -> None:
    readings = Readings(RUNTIME.uptime)
    area = SimulatedSam(RUNTIME)
    places = [area.device]
    reader = SamReader("读卡器", lambda: SerialStream(places[0]), readings, RUNTIME, 0.01)
    devices = Readers(readings, (reader,), cards=Place.BELOW)
    assert devices.amiss() == ""
    reader.start()
    area.board.put(ZHANG)
    until(lambda: readings.take(SCREEN) == ZHANG, "a card")
    area.stop()
    until(lambda: not reader.answers, "the news")
    assert devices.amiss() == "读卡器没有应答，请检查接线。"
    assert not devices.ready(cards=True)
    again = SimulatedSam(RUNTIME)
    places[0] = again.device
    until(lambda: reader.answers, "the reader")
    again.board.put(HE)
    until(lambda: readings.take(SCREEN) == HE, "a card")
    reader.stop()
    again.stop()


def test_what_is_no_reader_does_not_answer() -> None:
    with terminal() as (near, device):
        tty.setraw(near)
        reader = SamReader("读卡器", lambda: SerialStream(device), Readings(RUNTIME.uptime), RUNTIME, 0.01)
        reader.start()
        until(lambda: not reader.answers, "the news")
        reader.stop()


def test_a_code_is_read_for_the_screen_that_waits() -> None:
    with terminal() as (near, device):
        readings, opened = Readings(RUNTIME.uptime), list[SerialStream]()

        def line() -> SerialStream:
            """What was sent before it is opened is lost."""
            opened.append(SerialStream(device))
            return opened[0]

        scanner = CodeScanner("扫码器", line, readings, RUNTIME)
        scanner.start()
        until(lambda: bool(opened), "the line")
        readings.take(SCREEN)
        os.write(near, b"995226000100000018 ABCD2345\r\n")
        until(lambda: readings.take(SCREEN) == Scanned("995226000100000018 ABCD2345"), "a code")
        scanner.stop()


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([b"one\r", b"\ntwo\n"], ["one", "two"]),
        ([b"on", b"e\rt", b"wo", b"\r"], ["one", "two"]),
        (["证明\r".encode()], ["证明"]),
        (["证明\r".encode("gb18030")], ["证明"]),
        ([b"\xff\xff\rone\r"], ["one"]),
        ([b"x" * (LONGEST + 1), b"x" * 40, b"\rone\r"], ["one"]),
        ([b"x" * (LONGEST + 1) + b"\rone\r"], ["one"]),
        ([b"no end"], []),
    ],
)
def test_lines_are_found_and_what_is_too_long_is_none(pieces: list[bytes], lines: list[str]) -> None:
    found = Lines()
    assert [line for piece in pieces for line in found.feed(piece)] == lines


def test_what_nobody_waits_for_nobody_gets() -> None:
    now = [0.0]
    readings = Readings(lambda: now[0])
    readings.put(ZHANG)
    assert readings.take(SCREEN) is None
    readings.put(ZHANG)
    assert readings.take(NEXT) is None, "it was read for the screen before"
    readings.put(ZHANG)
    readings.clear()
    assert readings.take(NEXT) is None
    readings.put(ZHANG)
    now[0] += LEASE_S
    assert readings.take(NEXT) is None, "nobody has asked for so long"
    readings.put(HE)
    assert readings.take(NEXT) == HE
    assert readings.take(NEXT) is None


def test_what_was_begun_for_one_screen_is_read_for_no_other() -> None:
    readings = Readings(lambda: 0.0)
    assert readings.awaited == 0
    readings.take(SCREEN)
    begun = readings.awaited
    readings.take(SCREEN)
    readings.put(ZHANG, begun)
    assert readings.take(SCREEN) == ZHANG
    readings.take(NEXT)
    readings.put(ZHANG, begun)
    assert readings.take(NEXT) is None, "the visitor has gone on while the card was being read"
    begun = readings.awaited
    readings.clear()
    assert readings.awaited == 0
    readings.take(NEXT)
    readings.put(ZHANG, begun)
    assert readings.take(NEXT) is None, "the visitor has left while the card was being read"


def test_a_hall_has_the_readers_of_its_settings() -> None:
    settings = Settings.model_validate(
        {
            "readers": [
                {"kind": "card", "device": "/dev/ttyUSB0", "place": "right"},
                {"kind": "scanner", "device": "/dev/ttyUSB1"},
            ]
        }
    )
    readers = installed(settings, RUNTIME)
    assert [one.name for one in readers.devices] == ["读卡器", "扫码器"]
    assert (readers.cards, readers.codes, readers.typed) == (Place.RIGHT, Place.BELOW, False)


def test_without_settings_there_is_none() -> None:
    readers = installed(Settings(), RUNTIME)
    assert (readers.devices, readers.cards, readers.codes, readers.typed) == ((), None, None, False)


@pytest.mark.parametrize(
    ("reads", "cards", "codes"), [("cards", True, False), ("codes", False, True), ("both", True, True)]
)
def test_a_reader_that_types_reads_what_the_settings_say(reads: str, cards: bool, codes: bool) -> None:
    readers = installed(Settings.model_validate({"readers": [{"kind": "keyboard", "reads": reads}]}), RUNTIME)
    assert (readers.cards is not None, readers.codes is not None, readers.typed) == (cards, codes, True)
