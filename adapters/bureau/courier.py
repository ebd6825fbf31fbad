"""The courier carries the terminal's log to the bureau, lets go of claims, and says that the terminal is there."""

from collections.abc import Callable

from adapters.bureau.remote import Bureau
from adapters.rounds import Rounds
from domain.logs import terminal as events
from domain.logs.log import Log as Writer
from domain.payment.cashier import Cashier
from domain.payment.office import OrderProblem, SettlingOffice
from domain.ports import Unreachable
from domain.runtime import Runtime
from domain.terminal.copies import Entry, Forked, Log, Wish, WishKind

log = Writer("kiosk.bureau")

SECONDS = 5.0
AT_ONCE = 100
"""Entries of the log that are copied by one call."""
WORD_S = 45.0
"""How often the terminal says that it is there: who is silent for a minute is missed.

What is otherwise than it was is said with the next round.
"""
LOOK_S = 20.0
"""How often it looks at what it has claimed, and so whether the bureau is: a visitor is to know before they begin."""
PATIENCE_S = 10.0


class Courier:
    """Goes every few seconds, from its start on. A line that is down is tried again: what waits is in the store.

    `health` is what the terminal says of itself, as JSON.
    """

    def __init__(
        self, bureau: Bureau, cashier: Cashier, copied: Log, health: Callable[[], str], runtime: Runtime
    ) -> None:
        self._bureau, self._cashier, self._log, self._health = bureau, cashier, copied, health
        self._uptime = runtime.uptime
        self._upto: int | None = None
        self._next_word = self._next_look = 0.0
        self._told = ""
        self._returns = 0
        self._rounds = Rounds(runtime, {"courier": self.go}, SECONDS)
        self.forked = False
        """The bureau has another log of this terminal: staff have to see to it."""

    def start(self) -> None:
        self._rounds.start()

    def stop(self) -> None:
        self._rounds.stop(PATIENCE_S)

    def go(self) -> None:
        """One round."""
        try:
            self._copy()
            if self._bureau.line.silent or self._uptime() >= self._next_look:
                self._cashier.let_go()
                self._next_look = self._uptime() + LOOK_S
            if self._returns != (returns := self._bureau.line.returns):
                self._cashier.watch.hurry()  # What nobody could be asked about meanwhile is asked about now.
                self._returns = returns
            health = self._health()
            if self._uptime() >= self._next_word or health != self._told:
                for wish in self._bureau.copies.word(health):
                    self._bureau.copies.done(wish.number, self._grant(wish))
                self._next_word, self._told = self._uptime() + WORD_S, health
        except Unreachable:
            return
        except Forked:
            if not self.forked:
                log.warning(events.LogForked())
            self.forked = True
        except Exception:
            log.exception(events.CourierFailed())

    def _grant(self, wish: Wish) -> str:
        """Do what is wished, as if the staff stood here; the outcome, empty if it was done."""
        office = SettlingOffice(self._log, self._cashier, wish.who)
        try:
            match wish.kind:
                case WishKind.ASK:
                    self._cashier.claimed(wish.order)
                    return ""
                case WishKind.SENT_BACK:
                    done = office.sent_back(wish.order, wish.proof, wish.reason)
                case WishKind.POSTED_BY_HAND:
                    done = office.posted_by_hand(wish.order, wish.proof, wish.reason)
        except KeyError:
            return "no such order"
        return done.reason.name.lower() if isinstance(done, OrderProblem) else ""

    def _copy(self) -> None:
        if self._upto is None:
            self._upto = self._bureau.copies.upto()
        while not self._rounds.stopping and (entries := self._log.since(self._upto, AT_ONCE)):
            orders = tuple(self._log.get(number) for number in _about(entries))
            self._upto = self._bureau.copies.copy(entries, orders)


def _about(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The orders that they are about, each once."""
    return tuple(dict.fromkeys(one.order for one in entries))
