"""The way to one network's host: HTTP with a few tries. Nothing on the way raises here, and nothing takes long."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from adapters.runtime import Machine
from domain.logs import money as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.payment.network import Silence
from domain.runtime import Runtime

if TYPE_CHECKING:
    from httpx2 import URL, BaseTransport, Client, Request

log = Log("kiosk.networks")
R = TypeVar("R")

TRIES = 3
WAIT_S = 3.0
"""For each wait for a payment network: for a connection, for the next bytes. A visitor is waiting as well."""
PAUSE_S = 0.2
"""Before the second try; twice as long before the third. By chance up to half as much again."""
PAUSES_S = 1.0
"""More than all pauses take. So a call is over after `TRIES` waits and this: 10 seconds, whatever the network does."""
GREETING_S = 3.0
"""How long a greeting may last, all tries included."""
MOST = 1 << 20
"""Bytes of an answer, as they are read: unpacked."""
PLAUSIBLE = range(2000, 3000)
"""Years that a clock may show."""
TOO_OFTEN = 429
REFUSES = frozenset({401, 403})
"""Who asked is not known, or has no right: what was asked for has not happened."""


class Answer(NamedTuple):
    """What came, whole and unpacked. Names of `headers` are looked up in any case."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes


@dataclass(frozen=True, slots=True)
class NoReply:
    """Silence, or words that cannot be believed. `why` is for the log.

    `refusal` is what these words are, whoever said them, if they can be nothing but a refusal. Only who has asked to
    create something may act on it: nothing was created that anybody could use.
    """

    why: str
    refusal: str = ""


class TryAgain(Exception):
    """The retry class of answers: none at all, 5xx, or asked too often."""

    def __init__(self, outcome: Any) -> None:
        super().__init__(str(outcome))
        self.outcome = outcome


class Line:
    """`network` names it in the log; `timeout` is in seconds, for each wait of each of `tries`.

    See `PAUSES_S` for the whole of a call.

    `transport` carries the requests; without one the net does. Without a `runtime` it goes by the machine's.
    """

    def __init__(
        self,
        network: str,
        base_url: str,
        timeout: float,
        transport: "BaseTransport | None" = None,
        runtime: Runtime | None = None,
        tries: int = TRIES,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self._network = network
        self._timeout, self._tries = timeout, tries
        self._transport = transport
        self._runtime = runtime or Machine()
        self._heard: tuple[datetime, float] | None = None
        self._addresses: dict[str, URL] = {}
        self.silence: Silence | None = None
        """Why the last call had no answer that counts. A greeting ends only a silence in which nothing was heard."""

    def address(self, path: str) -> "URL":
        """Of a path that is asked all day long: it is taken apart once."""
        import httpx2

        return self._addresses.get(path) or self._addresses.setdefault(path, httpx2.URL(self.base_url + path))

    def uptime(self) -> float:
        """By which its calls end in time."""
        return self._runtime.uptime()

    def prepare(self) -> None:
        """Load what the first call needs, so that the first visitor does not wait for it."""
        self.client.headers  # noqa: B018

    def end(self) -> float:
        """The uptime at which a call that begins now is over."""
        return self._runtime.uptime() + self._tries * self._timeout + PAUSES_S

    def call(
        self,
        request: "Callable[[Client], Request]",
        read: Callable[[Answer], R],
        most: int = MOST,
        ends: float | None = None,
    ) -> R | NoReply:
        """Make a request and read what comes, `tries` times at most; `request` is made anew for each try.

        An answer of more than `most` bytes is none. It is over at `ends` (see `end`) where it is a part of another.
        """
        before = self._heard
        outcome = self._tried(request, read, most, self.end() if ends is None else ends)
        self.silence = None
        if isinstance(outcome, NoReply):
            log.warning(events.NoReply(self._network, Sentence(outcome.why)))
            self.silence = Silence(outcome.why, unheard=self._heard is before)
        return outcome

    def greet(self) -> None:
        """Hear from the host, whatever it says to somebody who wants nothing: what its clock shows counts.

        That is soon over: who greets wants to know whether it is there. Of a silence the beginning is logged.
        """
        ends = self.uptime() + GREETING_S
        outcome = self._tried(lambda client: client.build_request("GET", self.address("")), _anything, MOST, ends)
        known = self.silence
        if isinstance(outcome, NoReply):
            if known is None or not known.unheard:
                log.warning(events.NoReply(self._network, Sentence(outcome.why)))
            self.silence = Silence(outcome.why, unheard=True)
        elif known is not None and known.unheard:
            self.silence = None

    def _tried(
        self, request: "Callable[[Client], Request]", read: Callable[[Answer], R], most: int, ends: float
    ) -> R | NoReply:
        for number in range(self._tries):
            try:
                return self._once(request, read, most, ends)
            except TryAgain as again:
                if number + 1 == self._tries or not self._pause(number, ends):
                    return again.outcome  # type: ignore[no-any-return]
        raise AssertionError("a call is tried once at least")

    def time(self) -> datetime | None:
        """What the host's clock shows now, to the second or two; None as long as it has not said (`Date`)."""
        if self._heard is None:
            return None
        said, then = self._heard
        return said + timedelta(seconds=self._runtime.uptime() - then)

    def disconnect(self) -> None:
        """Let go of the connections that are kept open; the next call opens new ones."""
        client = self.__dict__.pop("client", None)
        if client is not None:
            client.close()

    def _pause(self, number: int, ends: float) -> bool:
        """Rest before the next try; False where there is no time for one."""
        pause = PAUSE_S * 2**number * (1 + self._runtime.below(100) / 200)
        if self._runtime.uptime() + pause >= ends:
            return False
        self._runtime.sleep().rest(pause)
        return True

    def _once(
        self, request: "Callable[[Client], Request]", read: Callable[[Answer], R], most: int, ends: float
    ) -> R | NoReply:
        import httpx2

        from adapters.payments.net import ending

        try:
            with ending(ends):
                response = self._send(request(self.client), most)
        except httpx2.TransportError as error:
            raise TryAgain(NoReply(type(error).__name__)) from error
        except httpx2.RequestError as error:
            return NoReply(type(error).__name__)
        if response is None:
            return NoReply("too long")
        outcome = read(response)
        if response.status_code >= 500 or response.status_code == TOO_OFTEN:
            raise TryAgain(outcome)
        return outcome

    def _send(self, request: "Request", most: int) -> Answer | None:
        """The answer, whole; None if it is too long."""
        response = self.client.send(request, stream=True, follow_redirects=False)
        try:
            self._hear(response.headers.get("date", ""))
            body = bytearray()
            for part in response.iter_bytes():
                body += part
                if len(body) > most:
                    return None
        finally:
            response.close()
        return Answer(response.status_code, response.headers, bytes(body))

    def _hear(self, date: str) -> None:
        try:
            said = parsedate_to_datetime(date)
        except ValueError:
            return
        if said.tzinfo and said.year in PLAUSIBLE:
            self._heard = said, self._runtime.uptime()

    @cached_property
    def client(self) -> "Client":
        """The one HTTP client, made at the first use."""
        import httpx2

        # Nothing from somebody's shell may come between a till and its bank: no proxy, no store of certificates.
        # Plain HTTP is the simulator on loopback, where loading the certificates would only cost time.
        transport = self._transport
        if transport is None:
            from adapters.payments.net import Net

            secure = self.base_url.startswith("https:")
            transport = Net(self._runtime, httpx2.create_ssl_context(trust_env=False) if secure else None)
        return httpx2.Client(timeout=self._timeout, trust_env=False, transport=transport)


def _anything(response: Answer) -> None:
    """Whatever it says."""


def refusal(status: int, word: str = "") -> str:
    """What `NoReply.refusal` is of an answer with this status: its `word`, or the status itself."""
    return (word or str(status)) if status in REFUSES else ""
