"""The printers of a hall, as its settings name them."""

from collections.abc import Callable
from functools import partial

from adapters.printing.bluetooth import Approved, BluetoothStream
from adapters.printing.cups import CupsPrinter
from adapters.printing.escpos import EscPosPrinter
from adapters.printing.streams import SerialStream, Stream
from adapters.settings import CupsSettings, EscPosSettings, Fault, Settings, SettingsError
from domain.certificates.paper import Media
from domain.printing.printer import Printer
from domain.runtime import Runtime

ROLLS = {58: Media.ROLL_58, 80: Media.ROLL_80}


def installed(settings: Settings, runtime: Runtime) -> dict[str, Printer]:
    """By their number in the settings, from 1; the first is the usual one. Raises SettingsError."""
    try:
        approved = Approved(settings.approved_bluetooth)
    except ValueError as wrong:
        raise SettingsError([Fault("settings", "approved_bluetooth", str(wrong))]) from None
    return {str(n): _printer(one, approved, runtime) for n, one in enumerate(settings.printers, 1)}


def _printer(settings: CupsSettings | EscPosSettings, approved: Approved, runtime: Runtime) -> Printer:
    match settings:
        case CupsSettings(name=name, uri=uri):
            return CupsPrinter(name, uri, Media.A4, lambda: runtime.token(16).hex())
        case EscPosSettings(name=name, width=width):
            return EscPosPrinter(name, ROLLS[width], _line(settings, approved, runtime), runtime)


def _line(settings: EscPosSettings, approved: Approved, runtime: Runtime) -> Callable[[], Stream]:
    if settings.device is not None:
        return partial(SerialStream, str(settings.device), settings.baudrate)
    if settings.address not in approved.addresses:
        raise SettingsError([Fault("settings", "printers", f"{settings.address} is not among approved_bluetooth")])
    return partial(BluetoothStream, settings.address, approved, runtime)
