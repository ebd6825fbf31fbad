"""Where a terminal's days are put together: behind its screens, and beside it by the command."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from adapters.settings import Settings
    from domain.desk.closing import Closing
    from domain.payment.order import Network
    from domain.runtime import Clock
    from domain.terminal.core import Core
    from domain.terminal.outages import Outages
    from storage import Store


def days(
    settings: "Settings",
    store: "Store",
    core: "Core",
    networks: "Iterable[Network]",
    clock: "Clock",
    outages: "Outages | None" = None,
) -> "Closing":
    """Over a store; what is kept at a bureau it does not know. `outages` are those of the running terminal.

    What staff have taken out of service is read here: there is no other `Suspensions` of a terminal than its day's.
    """
    from functools import partial

    from adapters.stuck import kept
    from adapters.suspensions import suspensions
    from domain.desk.closing import Closing
    from domain.payment.office import waiting
    from storage.day import StoredDay

    own = core.refunds if core.refunds is store.refunds else None
    orders = partial(waiting, store.orders, store.orders, core.tax)
    books = (StoredDay(store.sessions), orders, store.cases, store.reports, own)
    here = (clock, settings.hall, settings.terminal, tuple(networks), suspensions(settings, clock))
    return Closing(*books, *here, outages, kept(settings, clock))
