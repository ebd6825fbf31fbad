"""One signed call to Alipay's gateway and what came back of it. Nothing that the network does raises here."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from adapters.payments.alipay.envelope import fields, unfold
from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.alipay.notification import order_of
from adapters.payments.alipay.reply import REFUSED, Reply
from adapters.payments.alipay.signing import Signer
from adapters.payments.alipay.texts import stamp
from adapters.payments.download import download, is_fit
from adapters.payments.line import Answer, Line, NoReply, TryAgain, refusal
from domain.logs import money as events
from domain.logs.log import Log
from domain.payment.network import Silence
from domain.runtime import Clock, Runtime

if TYPE_CHECKING:
    from httpx2 import BaseTransport, Client, Request

_log = Log("kiosk.networks")

_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "User-Agent": "shebao-kiosk",
    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
}
_WORD = re.compile(r"[0-9A-Za-z._-]{0,64}")


class Wire:
    """The way to one gateway for one application. `timeout` is in seconds, for connecting and for each read."""

    def __init__(
        self,
        merchant: AlipayMerchant,
        base_url: str,
        clock: Clock,
        timeout: float,
        transport: "BaseTransport | None" = None,
        runtime: Runtime | None = None,
    ) -> None:
        self._merchant = merchant
        self._signer = Signer(merchant)
        self._line = Line("alipay", base_url, timeout, transport, runtime)
        self._clock = clock

    def prepare(self) -> None:
        """Load what the first call needs, so that the first visitor does not wait for it."""
        self._line.prepare()
        self._signer.prepare()

    def call(self, method: str, content: Mapping[str, object], notify_url: str = "") -> Reply | NoReply:
        """Call `method` (its full name), a few times if need be, with the same content each time."""
        biz_content = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        node = f"{method.replace('.', '_')}_response"

        def request(client: "Client") -> "Request":
            parameters = {
                "app_id": self._merchant.app_id,
                "method": method,
                "format": "JSON",
                "charset": "utf-8",
                "sign_type": "RSA2",
                "timestamp": stamp(self._clock()),
                "version": "1.0",
            }
            more = {"notify_url": notify_url, "app_auth_token": self._merchant.app_auth_token}
            parameters |= {name: value for name, value in more.items() if value}
            signature = self._signer.sign(parameters | {"biz_content": biz_content})
            # As the official SDKs do: the charset has to be known before the body is read, so it is in the address.
            address = f"{self._line.base_url}?{urlencode(parameters | {'sign': signature})}"
            body = urlencode({"biz_content": biz_content}).encode()
            return client.build_request("POST", address, content=body, headers=_HEADERS)

        return self._line.call(request, lambda response: self._read(node, response))

    def download(self, url: str) -> bytes | NoReply:
        """The file at an address that an answer has told. Nobody signs it: TLS alone says whose it is."""
        if not is_fit(url, self._line.base_url):
            return NoReply("an address that is not to be asked")
        headers = {"Accept-Encoding": "identity", "User-Agent": "shebao-kiosk"}
        return download(self._line, lambda client: client.build_request("GET", url, headers=headers))

    def posted(self, body: bytes) -> str:
        """The order that a notification is about. Raises NotBelieved."""
        return order_of(body, self._signer, self._merchant)

    def greet(self) -> None:
        """Hear from the host, whatever it says."""
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

    def _read(self, node: str, response: Answer) -> Reply | NoReply:
        if response.status_code != 200:  # Its own refusals, too, the gateway sends with 200.
            return NoReply(str(response.status_code), refusal(response.status_code))
        try:
            envelope = unfold(response.content, node)
        except ValueError:
            return NoReply("unreadable")
        signed = self._signer.signed(envelope.content, envelope.signature) if envelope.signature else None
        try:
            reply = Reply(fields(signed or envelope.content), envelope.is_error)
        except ValueError:
            return NoReply("unreadable")
        trace = _plain(response.headers.get("trace_id", ""))
        _log.info(events.AlipayAnswered(_plain(reply.code), _plain(reply.sub_code), trace))
        if signed is None:
            refused = _plain(reply.sub_code) if reply.code in REFUSED and not reply.is_passing else ""
            return NoReply("bad signature" if envelope.signature else "unsigned", refused)
        if reply.is_passing:
            raise TryAgain(reply)
        return reply


def _plain(word: str) -> str:
    """A word of theirs that may stand in the log, whoever sent it."""
    return word if _WORD.fullmatch(word) else "?"
