"""One signed call to WeChat Pay and what came back of it. Nothing that the network does raises here."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from adapters.payments.wechat_merchant import WeChatMerchant
from adapters.payments.wechat_signing import Signer
from domain.ports import Clock

if TYPE_CHECKING:
    from httpx2 import Client, Response

_log = logging.getLogger(__name__)

TRIES = 3
PATIENCE = 15.0
"""Seconds after which no further try is begun."""
TOO_OFTEN = 429


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer whose signature holds. `code` is WeChat's word in an error, `reason` the number at the end of its
    `Request-ID` (0 if there is none), `fields` the JSON object, empty for an empty body.
    """

    status: int
    fields: dict[str, Any] = field(default_factory=dict)
    reason: int = 0

    @property
    def code(self) -> str:
        return str(self.fields.get("code", ""))

    def __str__(self) -> str:
        return f"{self.status} {self.code}".strip()


@dataclass(frozen=True, slots=True)
class NoReply:
    """Silence, or words that cannot be believed. `why` is for the log."""

    why: str


class _TryAgain(Exception):
    """The retry class of errors: no answer, 5xx, or asked too often."""

    def __init__(self, outcome: Reply | NoReply) -> None:
        super().__init__(str(outcome))
        self.outcome = outcome


class Wire:
    """The way to one host for one merchant. `timeout` is in seconds, for connecting and for each read."""

    def __init__(
        self,
        merchant: WeChatMerchant,
        base_url: str,
        clock: Clock,
        nonce: Callable[[], str],
        timeout: float,
        client: "Client | None" = None,
    ) -> None:
        self._merchant = merchant
        self._signer = Signer(merchant)
        self._base_url = base_url.rstrip("/")
        self._clock = clock
        self._nonce = nonce
        self._timeout = timeout
        self._given_client = client

    def prepare(self) -> None:
        """Load what the first call needs, so that the first visitor does not wait for it."""
        import stamina  # noqa: F401

        self._client.headers  # noqa: B018
        self._signer.authorization("GET", b"/", b"", self._clock(), self._nonce())

    def call(self, method: str, target: str, content: Mapping[str, object] | None = None) -> Reply | NoReply:
        """Call `target` (path and query, already quoted), `TRIES` times at most, with the same bytes each time."""
        import stamina

        body = b"" if content is None else json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        caller = stamina.RetryingCaller(attempts=TRIES, timeout=PATIENCE, wait_initial=0.2, wait_jitter=0.3)
        try:
            outcome = caller(_TryAgain, self._once, method, target, body)
        except _TryAgain as last:
            outcome = last.outcome
        if isinstance(outcome, NoReply):
            _log.warning("wechat.no_reply method=%s why=%s", method, outcome.why)
        return outcome

    def disconnect(self) -> None:
        """Let go of the connections that are kept open; the next call opens new ones."""
        client = self.__dict__.pop("_client", None)
        if client is not None and client is not self._given_client:
            client.close()

    def _once(self, method: str, target: str, body: bytes) -> Reply | NoReply:
        import httpx2

        request = self._client.build_request(method, self._base_url + target, content=body, headers=self._headers(body))
        request.headers["Authorization"] = self._signer.authorization(
            method, request.url.raw_path, body, self._clock(), self._nonce()
        )
        try:
            response = self._client.send(request, follow_redirects=False)
        except httpx2.TransportError as error:
            raise _TryAgain(NoReply(type(error).__name__)) from error
        except httpx2.RequestError as error:
            return NoReply(type(error).__name__)
        outcome = self._read(response)
        if response.status_code >= 500 or response.status_code == TOO_OFTEN:
            raise _TryAgain(outcome)
        return outcome

    def _headers(self, body: bytes) -> dict[str, str]:
        headers = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "shebao-kiosk"}
        if body:
            headers["Content-Type"] = "application/json"
        if self._merchant.platform_serial:
            headers["Wechatpay-Serial"] = self._merchant.platform_serial
        return headers

    def _read(self, response: "Response") -> Reply | NoReply:
        request_id = response.headers.get("request-id", "")[:100]
        reason = _reason(request_id)
        _log.info("wechat.answer status=%d request_id=%s reason=%d", response.status_code, request_id, reason)
        problem = self._signer.problem(response.headers, response.content, self._clock())
        if problem:
            return NoReply(f"{response.status_code} {problem}")
        try:
            fields = json.loads(response.content) if response.content else {}
        except ValueError:
            fields = None
        if not isinstance(fields, dict):
            return NoReply(f"{response.status_code} unreadable")
        return Reply(response.status_code, fields, reason)

    @cached_property
    def _client(self) -> "Client":
        import httpx2

        if self._given_client is not None:
            return self._given_client
        # Nothing from somebody's shell may come between a till and its bank: no proxy, no store of certificates.
        # Plain HTTP is the simulator on loopback, where loading the certificates would only cost time.
        return httpx2.Client(timeout=self._timeout, trust_env=False, verify=self._base_url.startswith("https:"))


def _reason(request_id: str) -> int:
    tail = request_id.rpartition("-")[2]
    return int(tail) if tail.isascii() and tail.isdigit() and len(tail) <= 12 else 0
