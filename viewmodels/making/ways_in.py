"""Ways in: entrances, channels, menus, and what is closed."""

from domain.flows.steps import Closed, Entrance, Menu, PickChannel
from domain.flows.visit import Identity, Paying, Visit
from viewmodels.parts import Finish, Parts
from viewmodels.steps.closed import ClosedViewModel
from viewmodels.steps.entrance import EntranceViewModel
from viewmodels.steps.menu import MenuViewModel
from viewmodels.steps.pick_channel import PickChannelViewModel


def entrance(step: Entrance, visit: Visit, parts: Parts, finish: Finish) -> EntranceViewModel:
    return EntranceViewModel(step, parts.premises, parts.language, lambda outcome: finish(outcome, visit))


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
    """Only who the visitor is goes along."""

    def begins(outcome: str, who: Identity, paying: Paying | None) -> None:
        finish(outcome, Visit(visit.channel, who=who, business=paying))

    return MenuViewModel(step, visit.who, parts.premises, parts.print_shop, parts.language, begins)
