"""Every table of screens that the terminal has, and every flow of the guide in them (flows 0.1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.flows import check, staff
from domain.flows.channels import CHANNELS
from domain.flows.engine import END, Screen, Screens, Table
from domain.flows.matters import MATTERS
from domain.flows.steps import Closed, Menu, PayByQr
from domain.payment.order import Network
from domain.policy.error import PolicyError

TABLES: tuple[Table, ...] = (MATTERS, *(channel.table() for channel in CHANNELS.values()), staff.TABLE, check.TABLE)
STARTS: dict[str, str] = {start: at for table in TABLES for start, at in table.starts.items()}
"""The screen on which a visit begins, by what a visitor has chosen on Home."""
SCREENS: dict[str, Screen] = {id: screen for table in TABLES for id, screen in table.screens.items()}


def check_closing(channels: Iterable[str]) -> None:
    """Raises PolicyError if one of these channels closes, and has no screen that says so."""
    told = {channel for channel in CHANNELS if f"{channel}.closed" in SCREENS}
    if unknown := sorted(set(channels) - told):
        raise PolicyError(f"hours.toml: {', '.join(unknown)} cannot close; {', '.join(sorted(told))} can")


def offered(networks: Iterable[Network]) -> frozenset[str]:
    """The channels that can be paid in where these networks are contracted."""
    known = set(networks)
    paid_by = {
        table.channel: {screen.step.network for screen in table.screens.values() if isinstance(screen.step, PayByQr)}
        for table in TABLES
    }
    return frozenset(channel for channel in CHANNELS if paid_by[channel] <= known)


def way(screens: Screens, begin: str, choices: Iterable[str]) -> tuple[str, ...]:
    """The screens of a flow in their order, pickers left out: the usual way, but where one of `choices` is to be made.

    It ends at Home, at a menu, or where it comes by again. Raises ValueError for choices that it never comes to.
    """
    passed, left = [begin], list(choices)
    while passed[-1] not in passed[:-1]:
        screen = screens[passed[-1]]
        chosen = left and left[0] in screen.to
        if isinstance(screen.step, Menu | Closed) and not chosen:
            break
        target = screen.to[left.pop(0)] if chosen else next(iter(screen.to.values()))
        if target == END or (target in passed and isinstance(screens[target].step, Menu)):
            break
        passed.append(target)
    if left:
        raise ValueError(f"{begin} does not come to {' '.join(left)}")
    return tuple(passed)


@dataclass(frozen=True, slots=True)
class Path:
    """A flow of the guide with the screens that it leads through."""

    id: str
    section: str
    screens: tuple[str, ...]

    @property
    def channel(self) -> str:
        return self.id.partition(".")[0]


PATHS: tuple[Path, ...] = tuple(
    Path(
        f"{table.channel}.{flow.name}",
        flow.section,
        way(SCREENS, f"{table.channel}.{flow.begin}" if flow.begin else table.start, flow.choices.split()),
    )
    for table in TABLES
    for flow in table.flows
)
