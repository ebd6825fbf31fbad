"""What stands behind the screens, as main has put it together."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.health.watch import Health
from domain.terminal.outages import Outages
from viewmodels.parts import Parts


@dataclass(frozen=True, slots=True)
class Backend:
    """`close` stops everything in the reverse order of its start. `left` clears away what a visitor leaves behind.

    `warm_up` tries what the first certificate takes and raises TypesettingFailed, `forget` keeps nothing of a visitor
    in memory. `damage` is what was found wrong with the store, in a sentence for staff: no money is to be taken over
    it. `probe` raises ForStaff unless a payment could be written now, MayPass if that may pass. `outages` keeps the
    times out of service. `health` is how the devices are.
    """

    parts: Parts
    hall: str
    pretended: object | None
    left: Callable[[], None]
    warm_up: Callable[[], None]
    forget: Callable[[], None]
    close: Callable[[], None]
    damage: Callable[[], str | None]
    probe: Callable[[], None]
    outages: Outages
    health: Health
