"""What is printed in a simulation: certificates by the real press, at a printer that is pretended."""

from collections.abc import Callable
from pathlib import Path

from domain.certificates.book import CertificateBook, Issuer
from domain.certificates.certificate import Certificate, CertificateKind
from domain.certificates.issuing import Counter
from domain.certificates.paper import Media
from domain.payment.order import Order
from domain.people.offices import Offices
from domain.people.person import Person
from domain.ports import TaxSystem
from domain.printing.press import Press, Run
from domain.refunds.book import RefundBook
from domain.runtime import Runtime
from kit.simulation.troubles import Troubles
from kit.simulation.watched import WatchedPrinter
from kit.simulators.printers import DemoPrinter

A4 = "a4"
PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
PAGE += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Size 4/Root 1 0 R>>\n%%EOF\n% "


class Stamp:
    """Implements `Typesetter`: a page says which print it is, where a reader does not look."""

    def writes(self, name: str) -> bool:
        return True

    def set(self, certificate: Certificate, attempt: int, media: Media) -> bytes:
        return PAGE + f"{certificate.number} {attempt}".encode()


def stamped(pdf: bytes) -> tuple[str, int]:
    """Which certificate's, and which print of it."""
    number, attempt = pdf.removeprefix(PAGE).decode().split()
    return number, int(attempt)


class PrintShop:
    """Where a terminal issues and prints. `made` is told of every paper that is sent to the printer."""

    def __init__(
        self,
        terminal: str,
        book: CertificateBook,
        tax: TaxSystem,
        refunds: RefundBook,
        offices: Offices,
        runtime: Runtime,
        tray: Path,
        troubles: Troubles,
        made: Callable[[str, int], None],
    ) -> None:
        issuer = Issuer(f"自助终端 {terminal}", terminal, int(terminal[1:]))
        self._counter = Counter(book, Stamp(), tax, refunds, offices, runtime.now, issuer)
        self._printer = WatchedPrinter(
            lambda trouble: DemoPrinter(A4, Media.A4, tray, trouble, runtime.uptime, count_pages=lambda pdf: 1),
            troubles,
            lambda pdf: made(*stamped(pdf)),
        )
        self._press = Press(book, Stamp(), {A4: self._printer}, runtime.now, runtime.uptime)

    def issue(self, person: Person, order: Order) -> Certificate | None:
        """A certificate of what was posted for an order, as far as that has not been refunded."""
        lines = tuple(line for line in self._counter.lines(person) if line.voucher == order.voucher)
        if not lines:
            return None
        return self._counter.issue(self._counter.draft(CertificateKind.TAX, person, lines, "演示"))

    def print(self, certificate: Certificate) -> Run:
        """As a screen does it: nothing that went back is printed. Raises NotTrue, PrinterFault."""
        paper = self._press.paper(certificate.number, A4)
        self._counter.insist(certificate)
        return self._press.start(paper, 1)

    def follow(self, run: Run) -> Run:
        return self._press.follow(run)

    def give_up(self, run: Run) -> Run:
        return self._press.give_up(run)
