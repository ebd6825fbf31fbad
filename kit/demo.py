"""The demonstration: a pretended world in place of a hall's, and people who are invented."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.assets.rules import Rules
from adapters.bureau.joined import Joined, joined, roll
from adapters.phone.handover import handing_over
from adapters.phone.page import Pages
from adapters.printing.streams import SerialStream
from adapters.readers.sam import SamReader
from adapters.settings import Settings
from adapters.settings.folders import data_folder
from adapters.speech import installed
from domain.certificates.issuing import Counter
from domain.flows.channels import CHANNELS
from domain.payment.order import Network
from domain.readers.reader import Place, Readers
from domain.readers.readings import Readings
from domain.runtime import Clock, Runtime
from domain.speech.voice import Aloud
from domain.terminal.core import Core
from domain.terminal.outside import Outside
from kit.people.certificates import certify
from kit.people.people import DemoPerson
from kit.people.reading import people_from_toml
from kit.people.staff import HASHES
from kit.people.store import fill
from kit.simulators.bank import SimulatedBank
from kit.simulators.desk import DeskBell
from kit.simulators.ears import DemoJack, Overheard
from kit.simulators.faults import NetworkFaults
from kit.simulators.networks import DemoNetworks
from kit.simulators.payer import Inbox, Phone, World
from kit.simulators.printers import demo_printers
from kit.simulators.sam import SamBoard, SimulatedSam
from kit.simulators.sms import SimulatedSms
from kit.simulators.tax import BreakableTaxSystem
from kit.simulators.world import DemoWorld
from storage.store import Store

if TYPE_CHECKING:
    from bureau.minding import Minding

LINKS = {name: f"https://kiosk.example/{name}" for channel in CHANNELS.values() for name in channel.links}
"""The codes on entrances. They lead nowhere: nobody can own a name under `.example`."""

ON_LOOPBACK = "127.0.0.1:0"
"""Where the pretended phone gets papers from: any free port."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What moves the pretended world: its levers, a payer's phone and its SMS, invented people, the staff's bell.

    `certificates` are 票证号码 that some of them have, by their document numbers. On the `board` cards are put
    down. Into the `jack` an earphone is plugged; `voice` is what is said aloud. `faults` are each network's own;
    `invite` adds one more person to the store, and `today` is the day from which people's periods are counted. On the
    `wires` to the networks one can listen. `minding` is what a bureau does by itself, where the demonstration has one.
    """

    world: World
    phone: Phone
    sms: Inbox
    people: tuple[DemoPerson, ...]
    certificates: Mapping[str, str]
    bell: DeskBell
    board: SamBoard
    jack: DemoJack
    voice: Overheard
    faults: Mapping[Network, NetworkFaults]
    invite: Callable[[DemoPerson], None]
    today: date
    wires: DemoNetworks
    minding: "Minding | None"


def outside(
    settings: Settings,
    assets: Path,
    store: Store,
    rules: Rules,
    counter: Callable[[Core, Clock], Counter],
    runtime: Runtime,
    page_s: float,
    opened: ExitStack,
) -> Outside:
    """Fill the store with invented people, and start the simulators. What is started ends with `opened`.

    The world can put the `runtime`'s time ahead; a page takes `page_s` seconds to print. Raises PortInUse.
    """
    world = DemoWorld(runtime)
    today = world.clock().date()
    invented = people_from_toml((assets / "demo" / "people.toml").read_text("utf-8"), today)
    simulated = DemoNetworks(world.clock, world.runtime, world.network, settings.simulator_port)
    networks = simulated.start()
    opened.callback(simulated.stop)
    phones = handing_over(ON_LOOPBACK, "", runtime, world.uptime, Pages(assets / "phone", sample=True))
    papers = data_folder(settings) / "papers"
    sms, bank = SimulatedSms(world.clock, runtime.below), SimulatedBank(rules.banks, world.bank_fault)
    kept, minding = store, None
    shared = Joined(store.core, roll(HASHES, settings, runtime), sms, bank, networks, logins=True)
    if settings.bureau:
        shared = replace(joined(settings, world.runtime, opened), networks=networks)
    elif settings.demo_bureau:
        from kit.bureau.pretended import standing

        kept, shared, minding = standing(settings, runtime, world.runtime, networks, sms, bank, opened)
    if not settings.bureau:  # A bureau of somebody else's has people of its own.
        fill(kept, invented, rules.policy, today)
    sam = SimulatedSam(world.runtime)
    opened.callback(sam.stop)
    readings = Readings(world.uptime)
    line = partial(SerialStream, sam.device)
    reader = SamReader("读卡器", line, readings, world.runtime)
    certificates = {} if settings.bureau else certify(counter(kept.core, world.clock), invented)
    bell = DeskBell()
    jack = DemoJack()
    voice = installed.voice(assets, runtime)
    opened.callback(voice.close)
    overheard = Overheard(voice, jack)
    centre = shared.core.tax if settings.bureau else kept.tax
    tax = BreakableTaxSystem(shared.core.tax, centre, world.tax_fault)
    return Outside(
        core=replace(shared.core, tax=tax, greet=shared.core.greet or tax.greet),
        networks=shared.networks,
        codes=shared.codes,
        bank=shared.bank,
        printers=demo_printers(papers, world.printer_trouble, runtime.uptime, page_s),
        clock=world.clock,
        uptime=world.uptime,
        links=LINKS,
        staff=shared.staff,
        handover=opened.enter_context(phones),
        logins=True,
        readers=Readers(readings, (reader,), cards=Place.BELOW_RIGHT),
        bell=bell,
        aloud=Aloud(overheard, jack),
        pretended=Demo(
            *(world, simulated.phone, sms, invented, certificates, bell, sam.board, jack, overheard, simulated.faults),
            *(lambda person: fill(kept, (person,), rules.policy, today), today, simulated, minding),
        ),
    )
