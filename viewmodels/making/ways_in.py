"""Ways in: entrances, channels, menus, and what is closed."""

from domain.flows.steps import Closed, Entrance, Menu, PickChannel
from domain.flows.visit import Identity, Paying, Visit
from viewmodels.parts import Finish, Parts
from viewmodels.steps.closed import ClosedViewModel
from viewmodels.steps.entrance import EntranceViewModel
from viewmodels.steps.menu import MenuViewModel
from viewmodels.steps.pick_channel import PickChannelViewModel


def entrance(step: Entrance, visit: Visit, parts: Parts, finish: Finish) -> EntranceViewModel:
    return EntranceViewModel(step, visit.matter, parts.premises, parts.language, lambda outcome: finish(outcome, visit))


def pick_channel(step: PickChannel, visit: Visit, parts: Parts, finish: Finish) -> PickChannelViewModel:
    return PickChannelViewModel(
        step, parts.premises, parts.closed, parts.language, lambda outcome: finish(outcome, visit)
    )


def closed(step: Closed, visit: Visit, parts: Parts, finish: Finish) -> ClosedViewModel:
    return ClosedViewModel(
        step,
        visit.channel,
        parts.desk.payments,
        parts.premises,
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
    return MenuViewModel(step, *given, parts.premises, parts.print_shop, parts.language, begins)
