"""Two printers to be broken and mended, on a clock that is set by hand."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from adapters.documents.typesetter import TypstTypesetter
from domain.certificates.book import PrintEnd
from domain.certificates.paper import Media
from domain.runtime import HALL_TIME
from kit.simulators.printers import DemoPrinter, PrinterTrouble
from storage.rows import PrintRow
from storage.store import Store
from tests.payment.hall import ASSETS

PAGE_S = 2.0
"""Seconds for a page, unless another speed is wanted."""


@dataclass
class PrintRoom:
    """A printer for A4, which has a lever, and one for rolls; each has a tray of its own in `folder`."""

    folder: Path
    page_s: float = PAGE_S
    now: float = 0.0
    lever: PrinterTrouble = PrinterTrouble.NONE
    printers: dict[str, DemoPrinter] = field(init=False)

    def __post_init__(self) -> None:
        def printer(key: str, name: str, media: Media, trouble: Callable[[], PrinterTrouble]) -> DemoPrinter:
            return DemoPrinter(name, media, self.tray(key), trouble, lambda: self.now, self.page_s)

        self.printers = {
            "a4": printer("a4", "A4 打印机", Media.A4, lambda: self.lever),
            "roll": printer("roll", "蓝牙打印机", Media.ROLL_80, lambda: PrinterTrouble.NONE),
        }

    def pull(self, lever: PrinterTrouble) -> None:
        """Whoever pulls the lever sees at once what it does."""
        self.printers["a4"].condition()
        self.lever = lever
        self.printers["a4"].condition()

    def pass_by(self, seconds: float) -> None:
        self.now += seconds

    def tray(self, printer: str = "a4") -> Path:
        return self.folder / printer

    def papers(self, printer: str = "a4") -> list[bytes]:
        """What lies in a tray."""
        return [paper.read_bytes() for paper in sorted(self.tray(printer).glob("*.pdf"))]


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of the house in a folder of their own, to be broken and mended."""

    folder: Path

    @classmethod
    def copied(cls, folder: Path) -> "Templates":
        shutil.copytree(ASSETS / "certificates", folder)
        return cls(folder)

    def typesetter(self) -> TypstTypesetter:
        return TypstTypesetter(self.folder, HALL_TIME, sample=False)

    def spoil(self) -> None:
        for template in ("payment.typ", "tax.typ"):
            (self.folder / template).write_text('#panic("spoilt")', "utf-8")

    def mend(self) -> None:
        shutil.copytree(ASSETS / "certificates", self.folder, dirs_exist_ok=True)


def attempts(store: Store, number: str) -> list[PrintEnd | None]:
    """How each attempt to print a certificate ended; None is one under way."""
    with store.sessions.reading() as session:
        rows = session.scalars(select(PrintRow).where(PrintRow.certificate == number).order_by(PrintRow.attempt))
        return [row.end for row in rows]
