"""A terminal that belongs to a bureau: all that it shares is asked over the line, and a courier goes there."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path

from adapters.bureau.bell import BureauBell
from adapters.bureau.courier import Courier
from adapters.bureau.enrolment import trusting
from adapters.bureau.joined import Joined
from adapters.bureau.line import BureauLine
from adapters.bureau.remote import Bureau, RemoteKeys
from adapters.bureau.word import MOST, Amiss, Word
from domain.desk.fleet import Health
from domain.flows import beginnings
from domain.health.checkup import Checkup
from domain.health.device import Can, Service
from domain.payment.cashier import Cashier
from domain.payment.order import Network
from domain.runtime import Runtime
from domain.terminal.copies import Log
from domain.terminal.core import Core, Errand
from domain.words import NOTHING, Text, joined

DOWN = Text("与税务中心的线路不通，暂停办理")
FORKED = Text("税务中心留存的本机订单记录与本机不一致，请联系运维人员核对。")


def belonging(
    url: str,
    ca_file: Path,
    pass_file: Path,
    networks: Iterable[Network],
    logins: bool,
    runtime: Runtime,
    opened: ExitStack,
) -> Joined:
    """`networks` are those that the bureau asks. The line ends with `opened`. Raises EnrolmentFailed."""
    line = BureauLine(url, trusting(ca_file, pass_file), runtime)
    opened.callback(line.close)
    bureau = Bureau(line)
    bell = BureauBell(bureau.calls, line, runtime)
    opened.callback(bell.close)
    return Joined(
        core=_core(bureau, runtime),
        staff=RemoteKeys(bureau),
        codes=bureau.codes,
        bank=bureau.bank,
        networks=bureau.networks(networks, runtime.uptime),
        logins=logins,
        bell=bell,
    )


def _core(bureau: Bureau, runtime: Runtime) -> Core:
    made: list[Courier] = []

    def errands(cashier: Cashier, copied: Log, checkup: Callable[[], Checkup]) -> tuple[Errand, ...]:
        made.append(Courier(bureau, cashier, copied, lambda: word(checkup()), runtime))
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
        greet=bureau.greet,
    )


def word(checkup: Checkup) -> str:
    """How the terminal is, as it tells its bureau."""
    if not checkup.complete:
        return Word().model_dump_json()
    stopped = any(checkup.can(service) is Can.NO for service in Service)
    doubt = Health.DOUBT if checkup.amiss else Health.FINE
    health = Health.BROKEN if stopped else Health.OFF if checkup.closed else doubt
    closed = (beginnings.stands(one, checkup.at) for one in checkup.suspended)
    amiss = (
        Amiss(key=one.key, name=str(one.name), state=one.found.state, word=str(one.found.word), since=one.since)
        for one in checkup.amiss[:MOST]
    )
    said = Word(
        health=health,
        word=str(joined("，", (*(one.told for one in checkup.amiss[:1]), *closed))),
        takes_money=checkup.takes_money,
        can={service.value: checkup.can(service).value for service in Service},
        amiss=tuple(amiss),
    )
    return said.model_dump_json()
