"""The end point at which networks may tell of payments (`notify_url`): it believes, and asks; it decides nothing."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from domain.logs import money as events
from domain.logs.event import Event, Sentence
from domain.logs.log import Log
from domain.payment.network import PaymentNetwork
from domain.payment.notices import NotBelieved, Notifies
from domain.payment.order import Network
from domain.runtime import Runtime, Uptime

if TYPE_CHECKING:
    from adapters.listener import Answer, Request

log = Log("kiosk.notifications")

QUIET_S = 60.0
"""What is not believed is told at most so often: anybody can send it."""
OK, REFUSED, NOWHERE = 200, 400, 404


@contextmanager
def heard(
    address: str, networks: Mapping[Network, PaymentNetwork], hear: Callable[[Network, str], None], runtime: Runtime
) -> Iterator[None]:
    """Listen at an address of the settings for what `networks` tell, until the end; "" is nowhere."""
    if not address:
        yield
        return
    from adapters.listener import listen

    listener = listen("notify_address", address, Notifications(networks, hear, runtime.uptime).answer, runtime)
    try:
        yield
    finally:
        if listener:
            listener.stop()


class Notifications:
    """What comes in for `/` and a network's name. `hear` is told of each order that a network has told of.

    Never waits, and writes nothing: an answer of the network to a question decides.
    """

    def __init__(
        self,
        networks: Mapping[Network, PaymentNetwork],
        hear: Callable[[Network, str], None],
        uptime: Uptime,
    ) -> None:
        self._networks = {f"/{name}": (name, one) for name, one in networks.items() if isinstance(one, Notifies)}
        self._hear, self._uptime = hear, uptime
        self._lock = Lock()
        self._told_at: float | None = None

    def answer(self, request: "Request") -> "Answer":
        """What is answered to a post."""
        from adapters.listener import Answer

        return Answer(*self.take(request.path, request.headers, request.body))

    def take(self, path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
        """The status and the body of the answer; `headers` have lower-case names."""
        if path not in self._networks:
            return NOWHERE, b""
        name, network = self._networks[path]
        try:
            number = network.notified(headers, body)
        except NotBelieved as reason:
            self._tell(events.NotBelieved(name, Sentence(reason)))
            return REFUSED, b""
        self._hear(name, number)
        return OK, network.acknowledgement

    def _tell(self, what: Event) -> None:
        with self._lock:
            now = self._uptime()
            if self._told_at is not None and now - self._told_at < QUIET_S:
                return
            self._told_at = now
        log.warning(what)
