"""What can be made to go wrong between a client and a simulated payment network, and with refunds, by switches."""

from enum import StrEnum
from threading import Condition


class Fault(StrEnum):
    NONE = "none"
    DOWN = "down"
    """the connection is dropped before anything happens"""
    SLOW = "slow"
    """it happens, and the answer is held back until the switch moves on"""
    LOSE_ANSWER = "lose_answer"
    """it happens, and the answer is dropped"""
    TRUNCATED = "truncated"
    """it happens, and half of the answer arrives"""
    UNSIGNED = "unsigned"
    """the answer carries no signature"""
    BAD_SIGNATURE = "bad_signature"
    """the answer carries the signature of something else"""
    STALE_TIMESTAMP = "stale_timestamp"
    """the answer is well signed, ten minutes ago"""
    WRONG_AMOUNT = "wrong_amount"
    """the answer is well signed and tells of one fen more"""
    WRONG_MERCHANT = "wrong_merchant"
    """the answer is well signed and tells of another merchant"""
    UNKNOWN_STATE = "unknown_state"
    """the answer is well signed and uses a word that nobody knows"""
    UNEVEN = "uneven"
    """the answer is well signed, and of several orders that are paid by one code the last is said not to be"""
    SERVER_ERROR = "server_error"
    """nothing happens: the network's own fault"""
    TOO_OFTEN = "too_often"
    """nothing happens: asked too often"""
    BARE = "bare"
    """the answer comes without a header: no signature where that is one, no time, no type"""
    DRIPPING_HEADERS = "dripping_headers"
    """it happens, and the answer comes byte by byte from its first one on, until the switch moves on"""
    DRIPPING_BODY = "dripping_body"
    """it happens, and the answer's body comes so"""
    BOMB = "bomb"
    """the answer is small and unpacks to more than anybody wants"""


HELD = frozenset({Fault.SLOW, Fault.DRIPPING_HEADERS, Fault.DRIPPING_BODY})
"""What keeps an answer under way until the switch moves on."""


class RefundFate(StrEnum):
    """What becomes of a refund, from when it is asked for. A network that knows no such word has the nearest."""

    DONE = "done"
    UNDER_WAY = "under_way"
    """it is taken, and never heard of again"""
    ABNORMAL = "abnormal"
    """it is taken, and lies at the network: it cannot be handed over"""
    CLOSED = "closed"
    """it is taken, and given up for want of money: another number is asked for"""
    FAILED = "failed"
    """it is taken, and fails for good, late"""
    REFUSED = "refused"
    """it is not taken: the payer's account is gone"""
    SHORT = "short"
    """it is not taken: the merchant's account holds too little"""


class NetworkFaults:
    """Switches that one thread moves and a simulator's threads read. Bytes drip `drip_s` apart."""

    def __init__(self, fault: Fault = Fault.NONE, drip_s: float = 1.0) -> None:
        self.drip_s = drip_s
        self._changed = Condition()
        self._fault = fault
        self._left: int | None = None
        self._held = False
        self._fate = RefundFate.DONE

    @property
    def fate(self) -> RefundFate:
        """What becomes of the next refund."""
        with self._changed:
            return self._fate

    def decide(self, fate: RefundFate) -> None:
        """From now on this becomes of refunds."""
        with self._changed:
            self._fate = fate

    @property
    def current(self) -> Fault:
        with self._changed:
            return self._fault

    def switch(self, fault: Fault, times: int | None = None) -> None:
        """From now on `fault`; with `times`, for so many calls, then NONE."""
        with self._changed:
            self._fault, self._left, self._held = fault, times, fault in HELD
            self._changed.notify_all()

    def take(self, *, counts: bool = True) -> Fault:
        """The fault of one call, which `counts` or not."""
        with self._changed:
            fault = self._fault
            if counts and self._left is not None:
                self._left -= 1
                if self._left <= 0:
                    self._fault, self._left = Fault.NONE, None
            return fault

    def hold(self, seconds: float) -> bool:
        """Wait until the switch is moved away from what is `HELD`, `seconds` at most; whether it was."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._held, timeout=seconds)


class OfOneNetwork(NetworkFaults):
    """A network's own switches; as long as none of them is moved, those of all networks hold for it too."""

    def __init__(self, all_networks: NetworkFaults) -> None:
        super().__init__(drip_s=all_networks.drip_s)
        self._all = all_networks

    @property
    def fate(self) -> RefundFate:
        own = super().fate
        return self._all.fate if own is RefundFate.DONE else own

    def take(self, *, counts: bool = True) -> Fault:
        own = super().take(counts=counts)
        return self._all.take(counts=counts) if own is Fault.NONE else own

    def hold(self, seconds: float) -> bool:
        return super().hold(seconds) if self.current in HELD else self._all.hold(seconds)
