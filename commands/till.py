"""A hall's till without its terminal: the store, the networks and a cashier, for what is done about money by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.places import store_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.settings import Settings
    from domain.payment.cashier import Cashier
    from domain.payment.network import PaymentNetwork
    from domain.payment.order import Network
    from domain.runtime import Runtime
    from domain.terminal.core import Core
    from storage import Store


@dataclass(frozen=True, slots=True)
class Till:
    """What there is of it. The terminal may run on the same store."""

    store: "Store"
    networks: "Mapping[Network, PaymentNetwork]"
    cashier: "Cashier"
    core: "Core"


@contextmanager
def till(settings: "Settings", runtime: "Runtime") -> "Iterator[Till]":
    """Raises ForStaff where there is no store, or no contract."""
    from contextlib import ExitStack

    from adapters.bureau.joined import joined
    from adapters.payments.contracted import contracted
    from domain.payment.cashier import Cashier
    from domain.payment.numbers import numbering
    from domain.payment.watch import Watch
    from domain.repayments.repayer import Repayer
    from storage import join_store

    with ExitStack() as opened:
        store = opened.enter_context(join_store(store_files(settings), terminal=settings.terminal, token=runtime.token))
        shared = joined(settings, runtime, opened) if settings.bureau or settings.adapter else None
        core = shared.core if shared else store.core
        networks = (shared and shared.networks) or contracted(settings, runtime)
        number = numbering(settings.terminal, runtime.below)
        repayer = Repayer(store.repayments, networks, runtime.now)
        watch = Watch(runtime.uptime, runtime.below)
        cashier = Cashier(store.orders, core.tax, networks, runtime.now, number, watch, repayer, core.claims)
        yield Till(store, networks, cashier, core)
