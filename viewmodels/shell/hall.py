"""What the shell asks of what stands behind the screens: what is offered here, what is closed, how the printers are."""

from typing import TYPE_CHECKING

from domain.words import NOTHING, Text

if TYPE_CHECKING:  # Home is there before any of it
    from datetime import datetime

    from domain.flows.engine import Session
    from domain.speech.voice import Earphone
    from domain.terminal.calls import Bell
    from domain.terminal.suspensions import Suspension
    from viewmodels.parts import Parts
    from viewmodels.worker import Worker

STAFF, CHECK = "staff", "check"
"""The start of the staff's own screens, and of what looks at papers."""


class Hall:
    """Until its parts are there everything is offered to visitors, nothing is closed and no printer is known."""

    def __init__(self) -> None:
        self.name = ""
        self._parts: Parts | None = None

    def open(self, name: str, parts: "Parts") -> None:
        """What stands behind the screens is there."""
        self.name = name
        self._parts = parts

    @property
    def opened(self) -> bool:
        return self._parts is not None

    @property
    def worker(self) -> "Worker | None":
        """What asks the books off the GUI thread, once they are there."""
        return self._parts.worker if self._parts else None

    @property
    def terminal(self) -> str:
        """Its own number."""
        return self._parts.premises.terminal if self._parts else ""

    @property
    def bell(self) -> "Bell | None":
        """What rings at the staff's desk."""
        return self._parts.premises.bell if self._parts else None

    @property
    def earphone(self) -> "Earphone":
        """The jack; until it is known nobody sees what is plugged in there."""
        if self._parts is None:
            from domain.speech.voice import NoJack

            return NoJack()
        return self._parts.aloud.earphone

    @property
    def silent(self) -> bool:
        """Whether nobody hears the loudspeaker, as staff have tried, or there is none; as far as that is known."""
        health = self._parts.desk.door.health if self._parts else None
        sound = health.checkup().of("sound") if health else None
        if sound is None:
            return False
        from domain.health.device import Can

        return sound.found.state.can is not Can.YES

    def offers(self, start: str) -> bool:
        """Whether a channel is offered in this hall, a matter in any of its channels, the staff's start to staff."""
        if self._parts is None:
            return start != STAFF
        if start == STAFF:
            return self._parts.desk.door.anybody
        if start == CHECK:
            return True
        return not self._parts.premises.channels.isdisjoint(self._ways(start))

    def begins(self, start: str) -> str:
        """Where it begins: a matter that one channel alone can do here begins in that channel."""
        offered = [way for way in self._ways(start) if self._parts and way in self._parts.premises.channels]
        return offered[0] if len(offered) == 1 else start

    def _ways(self, start: str) -> tuple[str, ...]:
        """The channels that can do it."""
        from domain.flows.matters import MATTERS

        return MATTERS.screens[start].step.outcomes if start in MATTERS.screens else (start,)

    def is_closed(self, channel: str) -> bool:
        """Whether a channel takes no business now."""
        return self._parts is not None and self._parts.closed(channel)

    def suspended(self, start: str) -> "Suspension | None":
        """How staff have taken a channel, a matter or the terminal (`WHOLE`) out of service; their own start never."""
        return None if self._parts is None or start == STAFF else self._parts.beginnings.start(start)

    def bars(self, here: "Session | None", there: "Session") -> bool:
        """Whether a way leads on into another channel, which staff have taken out of service meanwhile."""
        if here is None or not self.suspensions() or there.at in {behind.at for behind in here.behind()}:
            return False
        from domain.flows.engine import channel_of

        channel = channel_of(there.at)
        return channel != channel_of(here.at) and self.suspended(channel) is not None

    def suspensions(self) -> "tuple[Suspension, ...]":
        """All that they have, oldest first."""
        return self._parts.desk.door.suspensions.standing() if self._parts else ()

    def whole(self) -> "Suspension | None":
        """How they have taken all of the terminal out of service."""
        if self._parts is None:
            return None
        from domain.terminal.suspensions import WHOLE

        return self.suspended(WHOLE)

    def now(self) -> "datetime":
        """What the hall's clock says. Only once the parts are there."""
        assert self._parts is not None
        return self._parts.desk.payments.almanac.clock()

    def can_pay(self) -> bool:
        """Whether money is taken, or that is not known yet."""
        return self._parts is None or not self._parts.till.cashier.clocks.closes_all()

    def is_reached(self) -> bool:
        """Whether what all terminals share can be asked, or that is not known yet."""
        return self._parts is None or self._parts.till.cashier.claims.reached()

    def printers(self) -> Text:
        """How the printers are, in a word; empty where there is none."""
        if self._parts is None:
            return NOTHING
        from viewmodels.words import printers

        shop = self._parts.print_shop
        return printers.strip(shop.press.printers, shop.news.conditions())

    def printers_are_well(self) -> bool:
        """Whether that is good news."""
        return not self.printers_lack()

    def printers_lack(self) -> Text:
        """What cannot be printed on which printer, and what else can be used; empty if all is well."""
        if self._parts is None:
            return NOTHING
        from viewmodels.words import printers

        shop = self._parts.print_shop
        return printers.notice(shop.press.printers, shop.news.conditions())

    def can_print(self) -> bool:
        """Whether one printer may be tried, or that is not known yet."""
        if self._parts is None:
            return True
        from viewmodels.words import printers

        shop = self._parts.print_shop
        return not printers.out_of_order(shop.press.printers, shop.news.conditions())
