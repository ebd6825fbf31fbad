"""Ways in: entrances, channels, menus, and what is closed."""

from collections.abc import Callable

from domain.flows import beginnings
from domain.flows.steps import Closed, Entrance, Menu, PickChannel
from domain.flows.visit import Identity, Paying, Visit
from domain.terminal.suspensions import Suspension
from domain.words import NOTHING, Text
from viewmodels.parts import Finish, Parts
from viewmodels.steps.closed import ClosedViewModel
from viewmodels.steps.entrance import EntranceViewModel
from viewmodels.steps.menu import MenuViewModel
from viewmodels.steps.pick_channel import PickChannelViewModel


def entrance(step: Entrance, visit: Visit, parts: Parts, finish: Finish) -> EntranceViewModel:
    return EntranceViewModel(step, visit.matter, parts.premises, parts.language, lambda outcome: finish(outcome, visit))


def pick_channel(step: PickChannel, visit: Visit, parts: Parts, finish: Finish) -> PickChannelViewModel:
    suspended = _told(parts, lambda channel: parts.beginnings.way(visit.matter, channel))
    return PickChannelViewModel(
        step, parts.premises, parts.closed, suspended, parts.language, lambda outcome: finish(outcome, visit)
    )


def _told(parts: Parts, find: Callable[[str], Suspension | None]) -> Callable[[str], Text]:
    """What is said of what staff have taken out of service; empty if they have not."""
    clock = parts.desk.payments.almanac.clock

    def told(what: str) -> Text:
        found = find(what)
        return beginnings.told(found, clock()) if found else NOTHING

    return told


def closed(step: Closed, visit: Visit, parts: Parts, finish: Finish) -> ClosedViewModel:
    return ClosedViewModel(
        step,
        visit.channel,
        parts.desk.payments,
        parts.premises,
        _told(parts, parts.beginnings.start),
        parts.language,
        lambda outcome: finish(outcome, visit),
    )


def menu(step: Menu, visit: Visit, parts: Parts, finish: Finish) -> MenuViewModel:
    """Only who the visitor is goes along, and what they came for."""

    def begins(outcome: str, who: Identity, paying: Paying | None, led: bool) -> None:
        serves = outcome.removesuffix("_first") in step.serves.get(visit.matter, ())
        matter = visit.matter if serves else ""
        finish(outcome, Visit(visit.channel, who=who, business=paying, matter=matter, led=led))

    given = (visit.who, visit.matter, visit.led)
    suspended = _told(parts, lambda item: parts.beginnings.item(step, item))
    return MenuViewModel(step, *given, parts.premises, parts.print_shop, suspended, parts.language, begins)
