"""All that is looked at in a terminal, or beside one that does not run."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.health import machine
from adapters.health.last_tests import last_tests
from adapters.health.reports import Reports
from adapters.health.watch import HealthWatch
from adapters.settings.folders import data_folder
from domain.health import looks
from domain.health.device import Check
from domain.payment.clocks import Clocks
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.printing.printer import Printer, PrinterNews
from domain.readers.reader import Readers
from domain.runtime import Clock, Runtime
from domain.terminal.core import Core
from domain.terminal.outside import Outside
from domain.terminal.suspensions import Suspensions

if TYPE_CHECKING:
    from adapters.settings import Settings


@dataclass(frozen=True, slots=True)
class Devices:
    """What a terminal consists of. `probe` tries to write into its store, `damage` says what was found wrong with it.

    `core` is None where it is not asked. `news` is how the printers are.
    """

    core: Core | None
    networks: Mapping[Network, PaymentNetwork]
    printers: Mapping[str, Printer]
    news: PrinterNews
    readers: Readers
    clock: Clock
    probe: Callable[[], None]
    damage: Callable[[], str | None]

    @classmethod
    def of(
        cls, outside: Outside, news: PrinterNews, probe: Callable[[], None], damage: Callable[[], str | None]
    ) -> "Devices":
        """Those of the world outside."""
        around = (outside.core, outside.networks, outside.printers)
        return cls(*around, news, outside.readers, outside.clock, probe, damage)


def checks(settings: "Settings", parts: Devices) -> Iterator[Check]:
    """The demonstration pretends its panel: no screen is looked for, and no sound; both can be tested."""
    yield looks.store(parts.probe, parts.damage)
    yield machine.keys(certificates(settings), secrets(settings), parts.clock)
    yield machine.disk(data_folder(settings))
    yield looks.clock(Clocks(parts.networks, parts.clock))
    demo = settings.profile == "demo"
    yield from looks.networks(parts.networks, looks.SHOWN_S if demo else looks.ASKED_S)
    if parts.core is not None and parts.core.greet is not None:
        yield looks.bureau(parts.core.greet, parts.core.amiss, looks.SHOWN_S if demo else looks.LINE_S)
    yield from looks.printers(parts.printers, parts.news)
    yield from looks.readers(parts.readers)
    yield from looks.pretended() if demo else (machine.screen(), machine.sound())


def secrets(settings: "Settings") -> tuple[Path, ...]:
    """The store's key, as far as it is named, and the terminal's own of its bureau."""
    from adapters.bureau.joined import pass_file

    store = settings.store or data_folder(settings) / f"{settings.profile}.sqlite"
    key = settings.key_file or store.with_suffix(".key")
    return (key, pass_file(settings)) if settings.bureau is not None else (key,)


def certificates(settings: "Settings") -> tuple[Path, ...]:
    """Every file of keys and certificates that the settings name, and the terminal's own of its bureau."""
    from adapters.bureau.joined import pass_file

    found: list[Path] = []
    for merchant in settings.merchants.values():
        for value in dict(merchant).values():
            several = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else (value,)
            found += [one for one in several if isinstance(one, Path)]
    if settings.bureau is not None:
        found += [settings.bureau.ca_file, pass_file(settings)]
    return tuple(found)


def watched(
    settings: "Settings", parts: Devices, suspensions: Suspensions, runtime: Runtime
) -> tuple[HealthWatch, Reports]:
    """What looks at all of it, and what tells of that."""
    around = (suspensions.standing, last_tests(settings, parts.clock))
    watch = HealthWatch(tuple(checks(settings, parts)), parts.clock, runtime, *around)
    told = Reports(watch.checkup, settings.terminal, data_folder(settings), settings.metrics_folder, runtime)
    watch.changed = told.wake
    return watch, told
