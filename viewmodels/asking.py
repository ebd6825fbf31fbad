"""The tax system is asked: what a visitor is told meanwhile, and if it is silent."""

from collections.abc import Callable
from enum import Enum, auto
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from domain.ports import Unreachable
from domain.words import NOTHING, Text
from viewmodels.words.sentences import LOADING, TAX_UNREACHABLE
from viewmodels.worker import Questions, Worker

T = TypeVar("T")
SLOW_MS = 300
"""A wait that is shorter than this is not spoken of: the words would only flash up."""


class Asking(Enum):
    """How it stands with a question to the tax system."""

    ANSWERED = auto()
    """or not asked"""
    ASKED = auto()
    SLOW = auto()
    """asked, and the visitor has to wait longer than they would notice"""
    SILENT = auto()
    """there was no answer"""

    @property
    def loading(self) -> bool:
        return self in {Asking.ASKED, Asking.SLOW}

    @property
    def silent(self) -> bool:
        return self is Asking.SILENT

    @property
    def says(self) -> Text:
        """What the visitor is told of it, if anything."""
        return {Asking.SLOW: LOADING, Asking.SILENT: TAX_UNREACHABLE}.get(self, NOTHING)


def ask_tax(
    worker: Worker, owner: QObject, job: Callable[[], T], then: Callable[[T], None], silent: Callable[[], None]
) -> None:
    """Tell the tax system, or ask it once: `then(answer)` here, or `silent()` if it does not answer."""
    worker.run(owner, job, then, lambda _: silent(), (Unreachable,))


class TaxQuestion:
    """What a view model asks the tax system. `stands` is called as it goes on: ASKED, perhaps SLOW, perhaps SILENT."""

    def __init__(self, worker: Worker, owner: QObject, stands: Callable[[Asking], None]) -> None:
        self._questions = Questions(worker, owner)
        self._stands = stands
        self._patience = QTimer(owner, singleShot=True, interval=SLOW_MS)
        self._patience.timeout.connect(self._wait)

    def ask(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do `job` on a worker; `then(answer)` here makes the state that the answer leads to, which is ANSWERED."""
        self._stands(Asking.ASKED)
        self._patience.start()
        self._questions.ask(job, then, lambda _: self._stands(Asking.SILENT), (Unreachable,))

    def _wait(self) -> None:
        if self._questions.waiting:
            self._stands(Asking.SLOW)
