"""The command that makes a hall's queue, at a real CUPS and a real printer."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from adapters.machine.queues import QueueFailed, make
from adapters.printing.cups import CupsPrinter
from domain.certificates.paper import Media
from domain.printing.printer import Condition
from tests.printing.cups_daemon import Device, PrintServer, bus, until
from tests.printing.hall import new_title


@pytest.fixture
def cups(folder: Path) -> Iterator[tuple[PrintServer, Device, dict[str, str]]]:
    with bus(folder) as address, ExitStack() as life:
        device, server = Device(folder / "device", address), PrintServer(folder / "cups")
        for part in (device, server):
            life.callback(part.turn_off)
            part.turn_on()
        yield server, device, {**os.environ, "CUPS_SERVER": str(folder / "cups" / "socket")}


def test_a_hall_makes_its_queue_by_one_command(cups: tuple[PrintServer, Device, dict[str, str]]) -> None:
    server, device, environment = cups
    with pytest.raises(QueueFailed, match="lpadmin"):
        make("a4", "nowhere://", environment)
    uri = make("a4", device.uri, environment)
    assert uri == "ipp://127.0.0.1/printers/a4"
    until(lambda: "IPP Everywhere" in server.say("lpoptions", "-p", "a4"), "the queue knows the printer")
    assert "printer-is-shared=false" in server.say("lpoptions", "-p", "a4")
    printer = CupsPrinter("A4 打印机", f"ipp://127.0.0.1:{server.port}/printers/a4", Media.A4, new_title)
    assert printer.condition() is Condition.OK
