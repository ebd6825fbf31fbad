"""Logs: a line of JSON for each event, by structlog, on the console and in files that are begun anew as they grow.

Only events (`domain/logs/`) are written with what they say. What libraries have to say may quote anybody: of theirs the
kind and the place are written, and of any exception the kinds and the places.
"""

import logging
import threading
import traceback
from collections.abc import Mapping, MutableMapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from domain.logs import terminal as events
from domain.logs.event import Event, Sentence
from domain.logs.log import Log
from domain.runtime import HALL_TIME

if TYPE_CHECKING:
    from structlog.stdlib import ProcessorFormatter

    from adapters.settings.logs import LogSettings

OURS = ("kiosk", "bureau")
"""How the names of our own parts begin."""
NAME = "kiosk.jsonl"
TREE = Path(__file__).parent.parent
FOREIGN = "of_a_library"

log = Log("kiosk")


class Lines(logging.Formatter):
    """A record as a line of JSON, with the terminal and the release. structlog is loaded with the first of them."""

    def __init__(self, terminal: str = "") -> None:
        super().__init__()
        self.terminal = terminal

    def format(self, record: logging.LogRecord) -> str:
        return self._structlog.format(record)

    @cached_property
    def _structlog(self) -> "ProcessorFormatter":
        from structlog.processors import JSONRenderer
        from structlog.stdlib import ProcessorFormatter

        return ProcessorFormatter(
            foreign_pre_chain=[self._allowed], processors=[JSONRenderer(ensure_ascii=False)], use_get_message=False
        )

    def _allowed(self, logger: object, method: str, held: MutableMapping[str, Any]) -> Mapping[str, Any]:
        """All that may be written of a record; whatever else it holds is left behind."""
        from adapters.release import release

        record: logging.LogRecord = held["_record"]
        at = datetime.fromtimestamp(record.created, HALL_TIME).isoformat(timespec="milliseconds")
        written = {"at": at, "level": record.levelname.lower(), "terminal": self.terminal, "release": release()}
        written |= {"part": record.name, **told(record)}
        return written | ({"error": error} if (error := error_of(record)) else {})


def told(record: logging.LogRecord) -> dict[str, Any]:
    """An event with its sentence and its facts; of anything else the place it comes from."""
    if isinstance(record.msg, Event):
        return {"event": record.msg.kind(), "told": str(record.msg), **record.msg.facts()}
    return {"event": FOREIGN, "place": f"{_short(record.pathname)}:{record.lineno}"}


def error_of(record: logging.LogRecord) -> dict[str, Any] | None:
    """An exception's kind, those behind it, and the places it came through; never what it says."""
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return None
    kinds, behind = [type(error).__name__], error
    while (cause := behind.__cause__ or behind.__context__) is not None and len(kinds) < 5:
        kinds.append(type(cause).__name__)
        behind = cause
    places = [f"{_short(one.filename)}:{one.lineno} {one.name}" for one in traceback.extract_tb(error.__traceback__)]
    return {"kinds": kinds, "places": places}


def sentence(record: logging.LogRecord) -> str:
    """The same for who reads a single line: an event's sentence, and an exception's kind and places below it."""
    facts = told(record)
    first = facts.get("told") or f"{record.name} at {facts['place']}"
    error = error_of(record)
    return "\n".join([first, f"{error['kinds'][0]} at", *error["places"]]) if error else first


def start() -> None:
    """Write warnings and worse on the console, who came in by the staff's door, and what ends a thread."""
    console = logging.StreamHandler()
    console.setFormatter(Lines())
    console.addFilter(_for_the_console)
    logging.basicConfig(level=logging.WARNING, handlers=[console])
    # What cannot be written is not printed with what it says instead.
    logging.raiseExceptions = False
    _heed("info", {"kiosk.networks": "warning"})
    threading.excepthook = lambda args: log.error(events.ThreadEnded(), args.exc_value)


def follow(settings: "LogSettings", terminal: str, folder: Path | None) -> None:
    """From now on by the settings, in the name of a terminal, and into files of a folder, if there is one.

    Where no file can be written there is the console.
    """
    root = logging.getLogger()
    _heed(settings.level, settings.by_name)
    for handler in root.handlers:
        if isinstance(handler.formatter, Lines):
            handler.formatter.terminal = terminal
    if folder is None:
        return
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / NAME, maxBytes=settings.megabytes * 2**20, backupCount=settings.files, encoding="utf-8"
        )
    except OSError as error:
        log.warning(events.NoLogFile(Sentence(error.strerror or type(error).__name__)))
        return
    file.setFormatter(Lines(terminal))
    root.addHandler(file)


def _for_the_console(record: logging.LogRecord) -> bool:
    """What somebody may have to see to, and who came in by the staff's door. All else is in files."""
    return record.levelno >= logging.WARNING or record.name == "kiosk.staff"


def _heed(level: str, by_name: Mapping[str, str]) -> None:
    for name, wanted in {**dict.fromkeys(OURS, level), **by_name}.items():
        logging.getLogger(name).setLevel(wanted.upper())


def _short(path: str) -> str:
    """A place in the tree, or the last two parts of one outside."""
    file = Path(path)
    ours = file.is_relative_to(TREE) and ".venv" not in path
    return str(file.relative_to(TREE)) if ours else "/".join(file.parts[-2:])
