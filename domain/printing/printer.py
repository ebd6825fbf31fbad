"""The port of a printer, whatever it is: its condition, and jobs that are followed until it says how they ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.certificates.paper import Media


class Condition(StrEnum):
    """How a printer is, by its own word."""

    OK = "ok"
    LOW = "low"
    """paper or ink will run out soon"""
    NO_PAPER = "no_paper"
    JAM = "jam"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    UNKNOWN = "unknown"
    """it answers, and not in a way that is understood"""

    @property
    def ready(self) -> bool:
        """Whether something may be sent to it."""
        return self in {Condition.OK, Condition.LOW}


class JobState(StrEnum):
    PRINTING = "printing"
    """taken, and not at its end; it may stand still for want of paper and go on later"""
    PRINTED = "printed"
    """the printer itself said so"""
    FAILED = "failed"
    """it will not be printed; part of it may have been"""
    LOST = "lost"
    """nobody knows how it ended"""


@dataclass(frozen=True, slots=True)
class Job:
    """How a job stands. `condition` is what stops it, or how the printer is; `pages` are those done, if it says so.

    `progress` counts whatever the printer has taken so far; that it grows is all it says.
    """

    state: JobState
    condition: Condition = Condition.OK
    pages: int | None = None
    progress: int = 0


class PrinterFault(Exception):
    """A job was not taken. `condition` says why."""

    def __init__(self, condition: Condition) -> None:
        super().__init__(condition.value)
        self.condition = condition


class Printer(Protocol):
    """One printer. Every call may block, none for longer than a few seconds; may be used from any thread.

    Nothing that says who a document is about goes into job titles, user names or file names.
    """

    @property
    def name(self) -> str:
        """As visitors are told: A4 打印机, 蓝牙打印机."""
        ...

    @property
    def media(self) -> Media: ...

    def condition(self) -> Condition:
        """How it is now. Never raises: one that does not answer is OFFLINE."""
        ...

    def start(self, pdf: bytes, copies: int) -> str:
        """Send a document; the job's id. Raises PrinterFault if it was surely not taken."""
        ...

    def look(self, job: str) -> Job:
        """How a job stands. Never raises: while nobody answers it is PRINTING and OFFLINE."""
        ...

    def end(self, job: str) -> None:
        """The job is done with, however it stands: what is left of it is called off, and no trace of it is kept."""
        ...

    def clear(self) -> None:
        """Everything of the visitor goes: jobs are called off and forgotten, the demonstration's papers taken along.

        Called when a visitor has gone, when the terminal starts and when it ends. Never raises for a printer that does
        not answer: what could not be done is done as soon as it answers again.
        """
        ...


def worst(conditions: "tuple[Condition, ...]") -> Condition:
    """Which of several reasons is told: the first in this order that stops, or else OK."""
    order = (
        Condition.OFFLINE,
        Condition.COVER_OPEN,
        Condition.JAM,
        Condition.NO_PAPER,
        Condition.UNKNOWN,
        Condition.LOW,
    )
    return next((condition for condition in order if condition in conditions), Condition.OK)


class PrinterNews(Protocol):
    """What is known of the printers' conditions without asking them now."""

    def conditions(self) -> Mapping[str, Condition]:
        """The latest word of each printer, by its key; one that has not spoken yet is absent. Never blocks."""
        ...

    def look_at(self, key: str) -> Condition:
        """Ask one now; it may take seconds. Raises KeyError for a printer that there is not."""
        ...

    def look_again(self) -> None:
        """Something may have changed: ask soon."""
        ...
