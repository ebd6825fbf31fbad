"""Fixtures with real print servers and printers."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import typst

from adapters.printing.cups import CupsPrinter
from domain.certificates.paper import Media
from tests.printing.cups_daemon import Device, PrintServer, bus, left_over, until
from tests.printing.hall import Hall, new_title
from tests.printing.wire import Wire, wire


@pytest.fixture(scope="session")
def two_sheets() -> bytes:
    """Two sheets with something at each edge, where margins would be."""
    edge = "#place(top + left, line(length: 100%))#place(bottom + right, [{}])"
    made = typst.compile(
        f'#set page("a4", margin: 2mm)\n{edge.format("one")}\n#pagebreak()\n{edge.format("two")}'.encode()
    )
    assert isinstance(made, bytes)
    return made


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where the user of CUPS's filters comes through too."""
    with TemporaryDirectory(prefix="hall-") as name:
        Path(name).chmod(0o711)
        yield Path(name)
        assert not left_over(name)


@pytest.fixture
def hall(folder: Path) -> Iterator[Hall]:
    with bus(folder) as address, ExitStack() as life:
        device, server = Device(folder / "device", address), PrintServer(folder / "cups")
        life.callback(until, lambda: not left_over(device.uri), "CUPS has let go of the printer")
        for part in (device, server):
            life.callback(part.turn_off)
            part.turn_on()
        uri = server.add("a4", device)
        yield Hall(server, device, uri, CupsPrinter("A4 打印机", uri, Media.A4, new_title))


@pytest.fixture
def line(hall: Hall) -> Iterator[Wire]:
    """The printer's way to CUPS, made bad."""
    with wire(hall.server.port) as bad:
        hall.printer = CupsPrinter("A4 打印机", f"ipp://127.0.0.1:{bad.port}/printers/a4", Media.A4, new_title)
        yield bad
