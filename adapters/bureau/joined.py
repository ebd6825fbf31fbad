"""How a terminal stands on its bureau: who else is there for what it does not hold itself."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from adapters.bank import NoBank
from adapters.bureau.courier import Courier
from adapters.bureau.enrolment import trusting
from adapters.bureau.line import BureauLine
from adapters.bureau.remote import Bureau, RemoteKeys
from adapters.bureau.word import Word
from adapters.settings import Fault, Settings, SettingsError
from adapters.settings.bureau import BureauSettings
from adapters.settings.folders import data_folder
from adapters.sms import NoSms
from adapters.staff import StaffRoll
from adapters.tries import NAME
from domain.agreements.signing import BankVerification
from domain.desk.fleet import Health
from domain.payment.cashier import Cashier
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.ports import SmsCodes
from domain.runtime import Runtime
from domain.terminal.copies import Log
from domain.terminal.core import Core, Errand
from domain.terminal.staff import StaffKeys
from domain.words import NOTHING, Text

GROUP = "shebao_kiosk.core"
"""The entry points under which a province's own adapter is found: `make(settings, runtime, opened) -> Joined`.

It may be named as `module:function` as well.
"""
DOWN = Text("与税务中心的线路不通，暂停办理")
FORKED = Text("税务中心留存的本机订单记录与本机不一致，请联系运维人员核对。")


@dataclass(frozen=True, slots=True)
class Joined:
    """What a terminal gets from there. `networks` are empty where it has the merchants' keys itself."""

    core: Core
    staff: StaffKeys
    codes: SmsCodes = field(default_factory=NoSms)
    bank: BankVerification = field(default_factory=NoBank)
    networks: Mapping[Network, PaymentNetwork] = field(default_factory=dict)
    logins: bool = False


def joined(settings: Settings, runtime: Runtime, opened: ExitStack) -> Joined:
    """The bureau of the settings, or an adapter of a province's own. Raises SettingsError, EnrolmentFailed."""
    if settings.bureau is not None:
        return _bureau(settings, settings.bureau, runtime, opened)
    if settings.adapter:
        return _own(settings, runtime, opened)
    fault = "a hall needs a bureau, or an adapter of its own: without one nobody is known here"
    raise SettingsError([Fault("settings", "bureau", fault)])


def pass_file(settings: Settings) -> Path:
    """The terminal's key and certificate. Raises SettingsError."""
    return data_folder(settings) / "bureau.pem"


def roll(settings: Settings, runtime: Runtime) -> StaffRoll:
    """The staff of the settings, where nobody else knows them."""
    hashes = {one.number: one.pin_hash for one in settings.staff}
    return StaffRoll(hashes, data_folder(settings) / NAME, runtime.uptime)


def _bureau(settings: Settings, told: BureauSettings, runtime: Runtime, opened: ExitStack) -> Joined:
    line = BureauLine(told.url, trusting(told.ca_file, pass_file(settings)), runtime)
    opened.callback(line.close)
    bureau = Bureau(line)
    return Joined(
        core=on(bureau, runtime),
        staff=RemoteKeys(bureau),
        codes=bureau.codes,
        bank=bureau.bank,
        networks=bureau.networks(map(Network, told.networks), runtime.uptime),
        logins=told.logins,
    )


def on(bureau: Bureau, runtime: Runtime) -> Core:
    """The core of a terminal that stands on a bureau."""
    made: list[Courier] = []

    def errands(cashier: Cashier, copied: Log, told: Callable[[], Text]) -> tuple[Errand, ...]:
        made.append(Courier(bureau, cashier, copied, lambda: word(told(), cashier), runtime))
        return tuple(made)

    def amiss() -> Text:
        if any(courier.forked for courier in made):
            return FORKED
        return DOWN if bureau.line.silent else NOTHING

    return Core(
        tax=bureau.tax,
        certificates=bureau.certificates,
        accounts=bureau.accounts,
        agreements=bureau.agreements,
        refunds=bureau.refunds,
        repayments=bureau.repayments,
        orders=bureau.orders,
        claims=bureau.claims,
        pays_out=False,
        errands=errands,
        amiss=amiss,
        forget=bureau.line.forget,
    )


def word(amiss: Text, cashier: Cashier) -> str:
    """How the terminal is, as it tells its bureau."""
    takes = not cashier.clocks.closes_all()
    health = Health.BROKEN if not takes else Health.DOUBT if amiss else Health.FINE
    return Word(health=health, word=str(amiss), takes_money=takes).model_dump_json()


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
