"""Bluetooth: who is near, whom the terminal dials, and a document printed over the socket that comes of it."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from adapters.printing.bluetooth import Approved, BluetoothStream, Nearby, NoBluetooth, NotApproved, nearby
from adapters.printing.escpos import EscPosPrinter
from adapters.printing.raster import ROLLS, rasters
from adapters.runtime import Machine
from domain.certificates.paper import Media
from domain.printing.printer import Condition, Job, JobState
from tests.printing.bluez import Device, bluez, bus, elsewhere
from tests.printing.escpos_decoder import sheets
from tests.printing.papers import receipt
from tests.printing.pty_printer import FakePrinter, Trouble, ended

OURS, ASLEEP, THEIRS = "00:1A:7D:DA:71:13", "00:1A:7D:DA:71:14", "4C:4F:EE:12:34:56"
APPROVED = Approved(frozenset({OURS, ASLEEP}))
SECONDS = 0.5
HOUR = 3600.0
"""Nobody waits for the end of this."""


class TestWhoIsNear:
    def test_approved_printers_are_named_and_others_counted(self) -> None:
        """Not one that BlueZ knows and does not hear; and of a visitor's phone nothing but that there is one."""
        with bluez(Device(OURS), Device(ASLEEP, heard=False), Device(THEIRS)) as address:
            assert elsewhere(address, nearby, APPROVED, SECONDS) == Nearby(frozenset({OURS}), others=1)

    def test_nobody(self) -> None:
        with bluez() as address:
            assert elsewhere(address, nearby, APPROVED, SECONDS) == Nearby(frozenset(), others=0)

    def test_without_an_adapter_nobody_is_asked_for(self) -> None:
        with bluez(adapter=False) as address, pytest.raises(NoBluetooth):
            elsewhere(address, nearby, APPROVED, SECONDS)


class TestApproving:
    def test_an_address_that_nobody_approved_is_not_dialled(self) -> None:
        """No thread is begun, and so nothing of Bluetooth."""
        with pytest.raises(NotApproved):
            BluetoothStream(THEIRS, APPROVED, Machine())

    @pytest.mark.parametrize("address", ["", "00:1a:7d:da:71:13", "00:1A:7D:DA:71", "00:1A:7D:DA:71:13\n", "printer"])
    def test_an_address_is_written_in_one_way(self, address: str) -> None:
        with pytest.raises(ValueError, match="Bluetooth address"):
            Approved(frozenset({address}))


class TestPrinting:
    def test_a_document_over_bluetooth(self, tmp_path: Path) -> None:
        pdf, received = receipt(58), bytearray()
        with port(tmp_path, received) as line, bluez(Device(OURS, line=line)) as address:
            assert elsewhere(address, printed, pdf) == (Condition.OK, Job(JobState.PRINTED, Condition.OK, 1))
        (sheet,) = sheets(bytes(received))
        assert sheet.tobytes() == rasters(pdf, ROLLS[Media.ROLL_58])[0].tobytes()

    def test_a_printer_that_goes_away_with_half_of_it(self, tmp_path: Path) -> None:
        with port(tmp_path, bytearray(), Trouble.GONE, 10_000) as line, bluez(Device(OURS, line=line)) as address:
            lost = Job(JobState.LOST, Condition.OFFLINE, 0)
            assert elsewhere(address, printed, receipt(58)) == (Condition.OK, lost)


class TestOffline:
    """Said at once where it is known, and after a while where nothing is heard."""

    def test_a_printer_that_does_not_answer(self) -> None:
        with bluez(Device(OURS)) as address:
            assert elsewhere(address, condition) is Condition.OFFLINE

    def test_a_printer_that_lets_one_wait(self) -> None:
        with bluez(Device(OURS, line="mute")) as address:
            assert elsewhere(address, condition, SECONDS) is Condition.OFFLINE

    def test_a_printer_that_staff_have_not_paired(self) -> None:
        with bluez(Device(THEIRS)) as address:
            assert elsewhere(address, condition) is Condition.OFFLINE

    def test_a_terminal_without_an_adapter(self) -> None:
        with bluez(adapter=False) as address:
            assert elsewhere(address, condition) is Condition.OFFLINE

    def test_a_terminal_without_bluez(self) -> None:
        with bus() as address:
            assert elsewhere(address, condition) is Condition.OFFLINE

    def test_a_terminal_without_a_bus(self) -> None:
        assert elsewhere("unix:path=/nowhere", condition) is Condition.OFFLINE


def printer(patience: float = HOUR) -> EscPosPrinter:
    return EscPosPrinter(
        "蓝牙打印机", Media.ROLL_58, partial(BluetoothStream, OURS, APPROVED, Machine(), patience), Machine(), patience
    )


def condition(patience: float = HOUR) -> Condition:
    return printer(patience).condition()


def printed(pdf: bytes) -> tuple[Condition, Job]:
    """How the printer was before, and the job in the end."""
    ours = printer()
    before = ours.condition()
    job = ended(ours, ours.start(pdf, 1))
    ours.clear()
    return before, job


@contextmanager
def port(folder: Path, received: bytearray, trouble: Trouble | None = None, after: int = 0) -> Iterator[str]:
    """A printer's serial port, for one connection: the path of its socket. `received` is what comes."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "port"))
        listener.listen()
        listener.settimeout(20)

        def answer() -> None:
            connection, _ = listener.accept()
            with connection, FakePrinter(connection.fileno(), trouble, after, received) as paper:
                paper.until_hung_up()

        with ThreadPoolExecutor(1) as pool:
            answered = pool.submit(answer)
            yield str(folder / "port")
            answered.result()
