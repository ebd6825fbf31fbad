"""The world around the terminal, in plain words: the clock, the networks, the printer, a phone that pays."""

from datetime import datetime

from domain.payment.order import Network as NetworkName
from domain.runtime import HALL_TIME
from kit.simulators.faults import Fault, NetworkFaults, RefundFate
from kit.testing.sentences import NotSo, no_such
from kit.testing.told import told
from kit.testing.venue import Venue

FAULTS = {
    "down": Fault.DOWN,
    "silent": Fault.LOSE_ANSWER,
    "slow": Fault.SLOW,
    "cut off": Fault.TRUNCATED,
    "unsigned": Fault.UNSIGNED,
    "wrongly signed": Fault.BAD_SIGNATURE,
    "late": Fault.STALE_TIMESTAMP,
    "wrong amount": Fault.WRONG_AMOUNT,
    "wrong merchant": Fault.WRONG_MERCHANT,
    "unknown word": Fault.UNKNOWN_STATE,
    "uneven": Fault.UNEVEN,
    "its own error": Fault.SERVER_ERROR,
    "too often": Fault.TOO_OFTEN,
}
"""How a payment network goes wrong. `silent` does what it was asked and never answers."""
REFUNDS = {
    "under way": RefundFate.UNDER_WAY,
    "abnormal": RefundFate.ABNORMAL,
    "closed": RefundFate.CLOSED,
    "failed": RefundFate.FAILED,
    "refused": RefundFate.REFUSED,
    "no money": RefundFate.SHORT,
}
"""What becomes of refunds, in all networks."""
LEVERS = {
    "tax": {"down": "down", "refuses": "refuse_posting", "medical elsewhere": "medical_elsewhere"},
    "bank": {"down": "down", "refuses": "refuse"},
}
EVERY = "every"
"""All payment networks at once."""
SOURCES = {"card": "card", "empty card": "empty_card", "change": "change", "balance": "balance"}


def _known(kind: str, name: str, names: dict[str, str] | dict[str, Fault] | dict[str, RefundFate]) -> str:
    """Raises NotSo with the nearest name, and all there are."""
    if name not in names:
        raise NotSo(f"{no_such(kind, name, names)} There are: {', '.join(names)}")
    return str(names[name])


class Clock:
    """The fixture `clock`: the hall's time, also as the networks have it."""

    called = "clock"

    def __init__(self, venue: Venue) -> None:
        self.venue = venue

    @told
    def at(self, moment: str) -> None:
        """`2026-12-31 22:49:50`. A terminal that is not open yet begins then; one that is, has that time from now on.

        Raises NotSo for what is no time.
        """
        try:
            time = datetime.fromisoformat(moment).replace(tzinfo=HALL_TIME)
        except ValueError:
            raise NotSo("that is no time; say it so: 2026-12-31 22:49:50") from None
        if self.venue.is_open:
            self.venue.demo.world.pull("clock", moment)
        else:
            self.venue.morning = time

    @property
    def now(self) -> datetime:
        return self.venue.demo.world.clock()


class Network:
    """The fixture `network`: what the terminal talks to."""

    called = "network"

    def __init__(self, venue: Venue) -> None:
        self.venue = venue

    @told
    def breaks(self, name: str, how: str) -> None:
        """`wechat`, `alipay`, `unionpay` or `every` one of these (FAULTS); `refunds`, `tax` or `bank`.

        Until `mends`. Raises NotSo for words that there are not.
        """
        demo = self.venue.demo
        switches: dict[str, NetworkFaults] = {str(network): faults for network, faults in demo.faults.items()}
        if name in switches:
            demo.faults[NetworkName(name)].switch(Fault(_known("fault", how, FAULTS)))
        elif name == EVERY:
            demo.world.pull("network", _known("fault", how, FAULTS))
        elif name == "refunds":
            demo.world.pull("refund", _known("fate of refunds", how, REFUNDS))
        elif name in LEVERS:
            demo.world.pull(name, _known(f"fault of the {name}", how, LEVERS[name]))
        else:
            _known("network", name, dict.fromkeys([*switches, EVERY, "refunds", *LEVERS], ""))

    def mends(self) -> None:
        """All is as it was at first."""
        demo = self.venue.demo
        for faults in demo.faults.values():
            faults.switch(Fault.NONE)
        for lever in ("network", *LEVERS):
            demo.world.pull(lever, "none")
        demo.world.pull("refund", RefundFate.DONE)


class Printer:
    """The fixture `printer`: the one for A4."""

    called = "printer"

    def __init__(self, venue: Venue) -> None:
        self.venue = venue

    def _pull(self, trouble: str) -> None:
        self.venue.demo.world.pull("printer", trouble)

    def runs_low(self) -> None:
        """It still prints, and says so."""
        self._pull("low")

    def runs_out(self) -> None:
        """There is no paper."""
        self._pull("no_paper")

    def runs_out_midway(self) -> None:
        """The paper ends amid the last page of what is printed next."""
        self._pull("midway")

    def jams(self) -> None:
        """The paper is stuck."""
        self._pull("jam")

    def is_opened(self) -> None:
        """Its cover stands open."""
        self._pull("cover_open")

    def is_unplugged(self) -> None:
        """It is not there."""
        self._pull("offline")

    def falls_silent(self) -> None:
        """It says that all is well, and prints nothing."""
        self._pull("silent")

    def mends(self) -> None:
        """It prints again, from where it was."""
        self._pull("none")


class Phone:
    """The fixture `phone`: the payer's, beside the terminal."""

    called = "phone"

    def __init__(self, venue: Venue) -> None:
        self.venue = venue

    @told
    def scans(self) -> None:
        """It looks at the code that the terminal shows, once there is one."""
        kiosk = self.venue.ground.kiosk
        kiosk.bring("qr")
        kiosk.touch("dock.scan")

    @told
    def pays(self, source: str = "card") -> None:
        """It scans, if it has not yet, and pays.

        From a `card`, an `empty card`, the `change` of WeChat or the `balance` of Alipay.

        Raises NotSo for another source, or one that the app of this code does not have.
        """
        wanted = _known("source", source, SOURCES)
        kiosk = self.venue.ground.kiosk
        if not kiosk.has("dock.confirm"):
            self.scans()
        kiosk.find("dock.confirm")
        offered = [word for word, name in SOURCES.items() if kiosk.has(f"dock.source.{name}")]
        if source not in offered:
            raise NotSo(f"the app that opened this code can pay from {' or '.join(offered)}")
        kiosk.touch(f"dock.source.{wanted}")
        kiosk.touch("dock.confirm")

    @property
    @told
    def says(self) -> str:
        """What its page says now: how paying has ended."""
        return self.venue.ground.kiosk.text("dock.says")

    @property
    @told
    def sms(self) -> str:
        """The newest code that came by SMS, once one has come."""
        inbox = self.venue.demo.sms
        self.venue.ground.kiosk.until(lambda: bool(inbox.last), "a message on the phone")
        return inbox.last
