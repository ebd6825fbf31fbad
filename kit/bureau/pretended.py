"""The demonstration on a bureau of its own, in place of the embedded part: the same people, asked for over the line."""

from collections.abc import Mapping
from contextlib import ExitStack

from adapters.bureau.belonging import belonging
from adapters.bureau.joined import Joined
from adapters.settings import Settings
from bureau.minding import Minding
from domain.agreements.signing import BankVerification
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.ports import SmsCodes
from domain.runtime import Runtime
from kit.bureau.standing import authority, database, served
from kit.people.staff import HASHES
from storage.store import Store


def standing(
    settings: Settings,
    machine: Runtime,
    runtime: Runtime,
    networks: Mapping[Network, PaymentNetwork],
    codes: SmsCodes,
    bank: BankVerification,
    opened: ExitStack,
) -> tuple[Store, Joined, Minding]:
    """A bureau that has all that the world outside has, what the terminal sees of it, and what it does by itself, which
    is done by whoever plays; ends with `opened`.

    `runtime` has the world's time, `machine` its own.
    """
    store = opened.enter_context(database(machine))
    places = opened.enter_context(authority(machine))
    bureau = opened.enter_context(served(store, places, runtime.now, machine, networks, codes, bank))
    for number, pin in HASHES.items():
        bureau.offices.duties.set_pin(number, pin)
    enrolled = bureau.enrolled(settings.terminal, settings.hall)
    joined = belonging(bureau.url, places.ca, enrolled, networks, True, runtime, opened)
    return store, joined, Minding(bureau.offices, machine)
