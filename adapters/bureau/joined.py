"""How a terminal stands on its bureau: who else is there for what it does not hold itself."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from adapters.bank import NoBank
from adapters.settings import Fault, Settings, SettingsError
from adapters.settings.folders import data_folder
from adapters.sms import NoSms
from adapters.staff import StaffRoll
from adapters.tries import NAME
from domain.agreements.signing import BankVerification
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.ports import SmsCodes
from domain.runtime import Runtime
from domain.terminal.calls import Bell
from domain.terminal.core import Core
from domain.terminal.staff import StaffKeys

GROUP = "shebao_kiosk.core"
"""The entry points under which a province's own adapter is found: `make(settings, runtime, opened) -> Joined`.

It may be named as `module:function` as well.
"""


@dataclass(frozen=True, slots=True)
class Joined:
    """What a terminal gets from there. `networks` are empty where it has the merchants' keys itself.

    `bell` rings at the desk there, if one does.
    """

    core: Core
    staff: StaffKeys
    codes: SmsCodes = field(default_factory=NoSms)
    bank: BankVerification = field(default_factory=NoBank)
    networks: Mapping[Network, PaymentNetwork] = field(default_factory=dict)
    logins: bool = False
    bell: Bell | None = None


def joined(settings: Settings, runtime: Runtime, opened: ExitStack) -> Joined:
    """The bureau of the settings, or an adapter of a province's own. Raises SettingsError, EnrolmentFailed."""
    if settings.bureau is not None:
        from adapters.bureau.belonging import belonging  # Who has no bureau needs no TLS and no calls.

        told = settings.bureau
        networks = map(Network, told.networks)
        return belonging(told.url, told.ca_file, pass_file(settings), networks, told.logins, runtime, opened)
    if settings.adapter:
        return _own(settings, runtime, opened)
    fault = "a hall needs a bureau, or an adapter of its own: without one nobody is known here"
    raise SettingsError([Fault("settings", "bureau", fault)])


def pass_file(settings: Settings) -> Path:
    """The terminal's key and certificate. Raises SettingsError."""
    return data_folder(settings) / "bureau.pem"


def roll(hashes: Mapping[str, str], settings: Settings, runtime: Runtime) -> StaffRoll:
    """Staff whom nobody else knows, by the hashes of their PINs."""
    return StaffRoll(hashes, data_folder(settings) / NAME, runtime.uptime)


def _own(settings: Settings, runtime: Runtime, opened: ExitStack) -> Joined:
    """A province's own, that is installed beside the program."""
    found = list(entry_points(group=GROUP, name=settings.adapter))
    if ":" in settings.adapter:
        found = [EntryPoint(settings.adapter, settings.adapter, GROUP)]
    if not found:
        fault = f"there is no adapter of this name installed (entry points of the group {GROUP})"
        raise SettingsError([Fault("settings", "adapter", fault)])
    try:
        make: Callable[[Settings, Runtime, ExitStack], Joined] = found[0].load()
    except (ImportError, AttributeError):
        raise SettingsError([Fault("settings", "adapter", "names something that cannot be loaded")]) from None
    return make(settings, runtime, opened)
