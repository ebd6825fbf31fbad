"""One signed call to WeChat Pay and what came back of it. Nothing that the network does raises here."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from adapters.payments.download import download, is_fit
from adapters.payments.line import Answer, Line, NoReply, refusal
from adapters.payments.wechat.merchant import WeChatMerchant
from adapters.payments.wechat.platform import Certificate, Sealing, certificates
from adapters.payments.wechat.signing import UNKNOWN_SERIAL, Signer
from domain.logs import money as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.payment.network import Silence
from domain.runtime import Clock, Runtime

if TYPE_CHECKING:
    from httpx2 import BaseTransport, Client, Request

_log = Log("kiosk.networks")
R = TypeVar("R")

EVERY_S = 6 * 3600.0
"""How often certificates are fetched. WeChat Pay wants less than twelve hours; a new one is listed a day ahead."""
AGAIN_S = 60.0
"""Until they are fetched again because of an answer by a certificate that is not known: anybody may send one."""
NO_CERTIFICATE = "no platform certificate"
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
        self._certified_at: float | None = None
        self._tried_at: float | None = None
        self._is_new = False

    def prepare(self) -> None:
        """Load what the first call needs, so that the first visitor does not wait for it."""
        self._line.prepare()
        self._signer.authorization("GET", b"/", b"", self._clock(), self._nonce())

    def call(
        self, method: str, target: str, content: Mapping[str, object] | None = None, serial: str | None = None
    ) -> Reply | NoReply:
        """Call `target` (path and query, already quoted), a few times if need be, with the same bytes each time.

        `serial` is the platform key that something in it is sealed with. Where no answer could be believed nothing is
        asked.
        """
        ends = self._line.end()
        if self._has_to_fetch():
            self._fetch(ends)
        if not self._signer.platform.are_there(self._clock()):
            return NoReply(NO_CERTIFICATE, NO_CERTIFICATE)
        reply = self._call(method, target, content, self._read, ends, serial)
        if isinstance(reply, NoReply) and self._has_to_fetch():
            # It was signed by a certificate that is new: it can be believed, or not, once that has been had.
            self._fetch(ends)
            reply = self._call(method, target, content, self._read, ends, serial)
        return reply

    def sealing(self) -> Sealing | None:
        """The key by which WeChat Pay can be told a secret."""
        return self._signer.platform.sealing(self._clock())

    def _call(
        self,
        method: str,
        target: str,
        content: Mapping[str, object] | None,
        read: Callable[[Answer], R],
        ends: float,
        serial: str | None = None,
    ) -> R | NoReply:
        body = b"" if content is None else json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

        def request(client: "Client") -> "Request":
            headers = self._headers(body) | ({"Wechatpay-Serial": serial} if serial else {})
            made = client.build_request(method, self._line.base_url + target, content=body, headers=headers)
            made.headers["Authorization"] = self._signer.authorization(
                method, made.url.raw_path, body, self._clock(), self._nonce()
            )
            return made

        return self._line.call(request, read, ends=ends)

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
        problem = self._signer.problem(headers, body, self._clock())
        if problem == UNKNOWN_SERIAL:
            self._is_new = True
        return problem

    def greet(self) -> None:
        """Hear from the host, whatever it says; in certificate mode, and when it is time, which certificates it has."""
        if self._is_due(EVERY_S):
            self._fetch(self._line.end())
        else:
            self._line.greet()

    def silence(self) -> Silence | None:
        """Why the last answer does not count; None if it does."""
        return self._line.silence

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

    def _has_to_fetch(self) -> bool:
        """Whether nothing can be believed, or something came that was signed with a certificate which is new."""
        if not self._signer.platform.fetches:
            return False
        if not self._signer.platform.are_there(self._clock()):
            return True
        tried = self._tried_at
        return self._is_new and (tried is None or self._line.uptime() - tried >= AGAIN_S)

    def _is_due(self, every: float) -> bool:
        at = self._certified_at
        return self._signer.platform.fetches and (at is None or self._line.uptime() - at >= every)

    def _fetch(self, ends: float) -> None:
        """The certificates, once more. What is known already stays until its end."""
        self._tried_at = self._line.uptime()
        answer = self._call("GET", "/v3/certificates", None, self._read_certificates, ends)
        if isinstance(answer, NoReply):
            _log.warning(events.NoWeChatCertificates(Sentence(answer.why)))
            return
        self._signer.platform.learn(answer, self._clock())
        self._certified_at, self._is_new = self._line.uptime(), False
        _log.info(events.WeChatCertificates(len(answer)))

    def _read_certificates(self, response: Answer) -> dict[str, Certificate] | NoReply:
        """Signed by one of those that are known, or of these: they are sealed with a key that only WeChat has."""
        if response.status_code != 200:
            return NoReply(str(response.status_code))
        try:
            found = certificates(json.loads(response.content), self._merchant.api_v3_key)
        except (ValueError, TypeError, RecursionError) as error:
            return NoReply(f"unreadable certificates: {type(error).__name__}")
        problem = self._signer.problem(response.headers, response.content, self._clock(), found)
        return NoReply(problem) if problem else found

    def _read(self, response: Answer) -> Reply | NoReply:
        request_id = response.headers.get("request-id", "")[:100]
        reason = _reason(request_id)
        _log.info(events.WeChatAnswered(response.status_code, request_id, reason))
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
