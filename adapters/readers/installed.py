"""The readers of a hall, as its settings name them."""

from functools import partial

from adapters.printing.streams import SerialStream
from adapters.readers.sam import SamReader
from adapters.readers.scanner import CodeScanner
from adapters.settings import CardReaderSettings, KeyboardReaderSettings, ReaderSettings, ScannerSettings, Settings
from domain.readers.reader import Reader, Readers
from domain.readers.readings import Readings
from domain.runtime import Runtime


def installed(settings: Settings, runtime: Runtime) -> Readers:
    """Nothing is opened yet."""
    readings, all_of_them = Readings(runtime.uptime), settings.readers
    made = (_device(one, readings, runtime) for one in all_of_them)
    return Readers(
        readings,
        tuple(device for device in made if device is not None),
        cards=next((one.place for one in all_of_them if _reads_cards(one)), None),
        codes=next((one.place for one in all_of_them if _reads_codes(one)), None),
        typed=any(isinstance(one, KeyboardReaderSettings) for one in all_of_them),
    )


def _device(settings: ReaderSettings, readings: Readings, runtime: Runtime) -> Reader | None:
    match settings:
        case CardReaderSettings(name=name, device=device, baudrate=baudrate):
            return SamReader(name, partial(SerialStream, str(device), baudrate), readings, runtime)
        case ScannerSettings(name=name, device=device, baudrate=baudrate):
            return CodeScanner(name, partial(SerialStream, str(device), baudrate), readings, runtime)
    return None


def _reads_cards(one: ReaderSettings) -> bool:
    return isinstance(one, CardReaderSettings) or (isinstance(one, KeyboardReaderSettings) and one.reads != "codes")


def _reads_codes(one: ReaderSettings) -> bool:
    return isinstance(one, ScannerSettings) or (isinstance(one, KeyboardReaderSettings) and one.reads != "cards")
