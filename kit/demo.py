"""The demonstration: a pretended world in place of a hall's, and people who are invented."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from secrets import randbelow

from domain.accounts.banks import Banks
from domain.certificates.issuing import Counter
from domain.flows.channels import CHANNELS
from domain.policy import Policy
from domain.ports import Clock, TaxSystem
from domain.terminal.outside import Outside
from kit.people.certificates import certify
from kit.people.people import DemoPerson
from kit.people.reading import people_from_toml
from kit.people.staff import DEMO_HASH, DEMO_NUMBER
from kit.people.store import fill
from kit.simulators.bank import SimulatedBank
from kit.simulators.networks import DemoNetworks
from kit.simulators.payer import Inbox, Phone, World
from kit.simulators.printers import demo_printers
from kit.simulators.sms import SimulatedSms
from kit.simulators.tax import BreakableTaxSystem
from kit.simulators.world import DemoWorld
from storage.store import Store

LINKS = {name: f"https://kiosk.example/{name}" for channel in CHANNELS.values() for name in channel.links}
"""The codes on entrances. They lead nowhere: nobody can own a name under `.example`."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What moves the pretended world: its levers, a payer's phone and its SMS, invented people.

    `certificates` are 票证号码 that some of them have, by their document numbers.
    """

    world: World
    phone: Phone
    sms: Inbox
    people: tuple[DemoPerson, ...]
    certificates: Mapping[str, str]


def outside(
    store: Store,
    policy: Policy,
    banks: Banks,
    counter: Callable[[TaxSystem, Clock], Counter],
    clock: Clock,
    people: Path,
    papers: Path,
    port: int,
    page_s: float,
    opened: ExitStack,
) -> Outside:
    """Fill the store with the `people` of a TOML file, and start the simulators. What is started ends with `opened`.

    `clock` is the true time, which the world can put ahead; printed pages come to `papers`. Raises PortInUse.
    """
    world = DemoWorld(clock)
    today = world.clock().date()
    invented = people_from_toml(people.read_text("utf-8"), today)
    fill(store, invented, policy, today)
    simulated = DemoNetworks(world.clock, world.network, port)
    networks = simulated.start()
    opened.callback(simulated.stop)
    sms = SimulatedSms(world.clock, randbelow)
    certificates = certify(counter(store.tax, world.clock), invented)
    return Outside(
        tax=BreakableTaxSystem(store.tax, world.tax_fault),
        networks=networks,
        codes=sms,
        bank=SimulatedBank(banks, world.bank_fault),
        printers=demo_printers(papers, world.printer_trouble, page_s),
        clock=world.clock,
        links=LINKS,
        staff={DEMO_NUMBER: DEMO_HASH},
        logins=True,
        pretended=Demo(world, simulated.phone, sms, invented, certificates),
    )
