"""The way to one network's host: HTTP with a few tries. Nothing that happens on the way raises here."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from httpx2 import BaseTransport, Client, Request, Response

log = logging.getLogger(__name__)
R = TypeVar("R")

TRIES = 3
PATIENCE = 15.0
"""Seconds after which no further try is begun."""
TOO_OFTEN = 429


@dataclass(frozen=True, slots=True)
class NoReply:
    """Silence, or words that cannot be believed. `why` is for the log."""

    why: str


class TryAgain(Exception):
    """The retry class of answers: none at all, 5xx, or asked too often."""

    def __init__(self, outcome: Any) -> None:
        super().__init__(str(outcome))
        self.outcome = outcome


class Line:
    """`network` names it in the log; `timeout` is in seconds, for connecting and for each read.

    `transport` carries the requests; without one the net does.
    """

    def __init__(self, network: str, base_url: str, timeout: float, transport: "BaseTransport | None" = None) -> None:
        self.base_url = base_url.rstrip("/")
        self._network = network
        self._timeout = timeout
        self._transport = transport

    def prepare(self) -> None:
        """Load what the first call needs, so that the first visitor does not wait for it."""
        import stamina  # noqa: F401

        self.client.headers  # noqa: B018

    def call(self, request: "Callable[[Client], Request]", read: "Callable[[Response], R]") -> R | NoReply:
        """Make a request and read what comes, `TRIES` times at most; `request` is made anew for each try."""
        import stamina

        caller = stamina.RetryingCaller(attempts=TRIES, timeout=PATIENCE, wait_initial=0.2, wait_jitter=0.3)
        outcome: R | NoReply
        try:
            outcome = caller(TryAgain, self._once, request, read)
        except TryAgain as last:
            outcome = last.outcome
        if isinstance(outcome, NoReply):
            log.warning("%s.no_reply why=%s", self._network, outcome.why)
        return outcome

    def disconnect(self) -> None:
        """Let go of the connections that are kept open; the next call opens new ones."""
        client = self.__dict__.pop("client", None)
        if client is not None:
            client.close()

    def _once(self, request: "Callable[[Client], Request]", read: "Callable[[Response], R]") -> R | NoReply:
        import httpx2

        try:
            response = self.client.send(request(self.client), follow_redirects=False)
        except httpx2.TransportError as error:
            raise TryAgain(NoReply(type(error).__name__)) from error
        except httpx2.RequestError as error:
            return NoReply(type(error).__name__)
        outcome = read(response)
        if response.status_code >= 500 or response.status_code == TOO_OFTEN:
            raise TryAgain(outcome)
        return outcome

    @cached_property
    def client(self) -> "Client":
        """The one HTTP client, made at the first use."""
        import httpx2

        # Nothing from somebody's shell may come between a till and its bank: no proxy, no store of certificates.
        # Plain HTTP is the simulator on loopback, where loading the certificates would only cost time.
        secure = self.base_url.startswith("https:")
        return httpx2.Client(timeout=self._timeout, trust_env=False, verify=secure, transport=self._transport)
