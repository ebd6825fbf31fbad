"""The words of the pytest plugin (docs/testing.md), as recorded tests say them. Nothing else here knows one of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Word(StrEnum):
    """A call, with places for what it is about."""

    SHOWS = "kiosk.shows({})"
    TOUCH = "kiosk.touch({})"
    TYPES = "kiosk.types({}, {})"
    GIVEN = "kiosk.is_given({})"
    CARD = "kiosk.reads_card({})"
    SMS = "kiosk.gets_sms()"
    DOES = "kiosk.does({})"
    HOLDS = "kiosk.holds({}, {})"
    CLOCK = "clock.at({})"
    SCANS = "phone.scans()"
    PAYS = "phone.pays({})"
    BREAKS = "network.breaks({}, {})"
    PRINTER_LOW = "printer.runs_low()"
    PRINTER_OUT = "printer.runs_out()"
    PRINTER_MIDWAY = "printer.runs_out_midway()"
    PRINTER_JAM = "printer.jams()"
    PRINTER_OPEN = "printer.is_opened()"
    PRINTER_GONE = "printer.is_unplugged()"
    PRINTER_SILENT = "printer.falls_silent()"
    PRINTER_MENDS = "printer.mends()"

    @property
    def fixture(self) -> str:
        """Who says it."""
        return self.partition(".")[0]


PERSON = "person"
"""The fixture that gives somebody invented."""
FIXTURES = ("kiosk", PERSON, "phone", "network", "clock", "printer")
"""In the order in which a test asks for them."""
MARK = "@pytest.mark.kiosk({})"
"""How a test wants its terminal."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Somebody invented, by their place on the dock; or what is theirs: `name`, `number` or `phone`."""

    person: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A constant of the demonstration's, the module that it is imported from, and what makes of it what is typed."""

    name: str
    module: str = ""
    typed: str = ""


Argument = str | Whose | Known


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the test."""

    word: Word
    about: tuple[Argument, ...] = ()

    def said(self, people: dict[int, str]) -> str:
        """As it is written; `people` are called so."""
        return self.word.format(*(_said(one, people) for one in self.about))


def _said(one: Argument, people: dict[int, str]) -> str:
    if isinstance(one, Known):
        return f"{one.name}{one.typed}"
    if isinstance(one, Whose):
        return f"{people[one.person]}.{one.what}" if one.what else people[one.person]
    return json.dumps(one, ensure_ascii=False)


EVERY = "every"
SOURCES = {"card": "card", "empty_card": "empty card", "change": "change", "balance": "balance"}
"""What the phone pays from, by the dock's word."""
LEVERS: dict[tuple[str, str], Note] = {
    ("network", "down"): Note(Word.BREAKS, (EVERY, "down")),
    ("network", "lose_answer"): Note(Word.BREAKS, (EVERY, "silent")),
    ("network", "bad_signature"): Note(Word.BREAKS, (EVERY, "wrongly signed")),
    ("network", "wrong_amount"): Note(Word.BREAKS, (EVERY, "wrong amount")),
    ("tax", "down"): Note(Word.BREAKS, ("tax", "down")),
    ("tax", "refuse_posting"): Note(Word.BREAKS, ("tax", "refuses")),
    ("tax", "medical_elsewhere"): Note(Word.BREAKS, ("tax", "medical elsewhere")),
    ("bank", "down"): Note(Word.BREAKS, ("bank", "down")),
    ("bank", "refuse"): Note(Word.BREAKS, ("bank", "refuses")),
    ("printer", "low"): Note(Word.PRINTER_LOW),
    ("printer", "no_paper"): Note(Word.PRINTER_OUT),
    ("printer", "midway"): Note(Word.PRINTER_MIDWAY),
    ("printer", "jam"): Note(Word.PRINTER_JAM),
    ("printer", "cover_open"): Note(Word.PRINTER_OPEN),
    ("printer", "offline"): Note(Word.PRINTER_GONE),
    ("printer", "silent"): Note(Word.PRINTER_SILENT),
    ("printer", "none"): Note(Word.PRINTER_MENDS),
}
"""What a lever does, where the plugin has a word for it; all other positions are touched."""


def fixtures(notes: Sequence[Note]) -> list[str]:
    """What a test of these asks for, in a fixed order."""
    said = {note.word.fixture for note in notes}
    whose = any(isinstance(one, Whose) for note in notes for one in note.about)
    return [name for name in FIXTURES if name in said or (name == PERSON and whose)]
