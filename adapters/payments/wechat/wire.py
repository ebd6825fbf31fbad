"""One signed call to WeChat Pay and what came back of it. Nothing that the network does raises here."""

import json
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from adapters.payments.download import download, is_fit
from adapters.payments.line import Line, NoReply, refusal
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.signing import Signer
from domain.runtime import Clock, Runtime

if TYPE_CHECKING:
    from httpx2 import BaseTransport, Client, Request, Response

_log = logging.getLogger(__name__)
_WORD = re.compile(rb'"code"\s*:\s*"([A-Z_]{1,64})"')


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


class Wire:
    """The way to one host for one merchant. `timeout` is in seconds, for connecting and for each read."""

    def __init__(
        self,
        merchant: WeChatMerchant,
        base_url: str,
        clock: Clock,
        nonce: Callable[[], str],
        timeout: float,
        transport: "BaseTransport | None" = None,
        runtime: Runtime | None = None,
    ) -> None:
        self._merchant = merchant
        self._signer = Signer(merchant)
        self._line = Line("wechat", base_url, timeout, transport, runtime)
        self._clock = clock
        self._nonce = nonce

    def prepare(self) -> None:
        """Load what the first call needs, so that the first visitor does not wait for it."""
        self._line.prepare()
        self._signer.authorization("GET", b"/", b"", self._clock(), self._nonce())

    def call(self, method: str, target: str, content: Mapping[str, object] | None = None) -> Reply | NoReply:
        """Call `target` (path and query, already quoted), a few times if need be, with the same bytes each time."""
        body = b"" if content is None else json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

        def request(client: "Client") -> "Request":
            made = client.build_request(method, self._line.base_url + target, content=body, headers=self._headers(body))
            made.headers["Authorization"] = self._signer.authorization(
                method, made.url.raw_path, body, self._clock(), self._nonce()
            )
            return made

        return self._line.call(request, self._read)

    def download(self, url: str) -> bytes | NoReply:
        """The file at an address that an answer has told. What comes is not signed, and never believed for itself."""
        if not is_fit(url, self._line.base_url):
            return NoReply("an address that is not to be asked")

        def request(client: "Client") -> "Request":
            made = client.build_request("GET", url, headers=self._headers(b""))
            made.headers["Authorization"] = self._signer.authorization(
                "GET", made.url.raw_path, b"", self._clock(), self._nonce()
            )
            return made

        return download(self._line, request)

    def problem(self, headers: Mapping[str, str], body: bytes) -> str | None:
        """Why something cannot be believed to be WeChat's, whoever has brought it; None if it can."""
        return self._signer.problem(headers, body, self._clock())

    def greet(self) -> None:
        """Hear from the host, whatever it says."""
        self._line.greet()

    def time(self) -> datetime | None:
        """What the host's clock shows now, as far as it has been heard."""
        return self._line.time()

    def disconnect(self) -> None:
        """Let go of the connections that are kept open; the next call opens new ones."""
        self._line.disconnect()

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
        problem = self.problem(response.headers, response.content)
        if problem:
            # A request whose signature it refused WeChat answers without one of its own.
            word = _WORD.search(response.content)
            refused = refusal(response.status_code, word[1].decode() if word else "")
            return NoReply(f"{response.status_code} {problem}", refused)
        try:
            fields = json.loads(response.content) if response.content else {}
        except ValueError:
            fields = None
        if not isinstance(fields, dict):
            return NoReply(f"{response.status_code} unreadable")
        return Reply(response.status_code, fields, reason)


def _reason(request_id: str) -> int:
    tail = request_id.rpartition("-")[2]
    return int(tail) if tail.isascii() and tail.isdigit() and len(tail) <= 12 else 0
