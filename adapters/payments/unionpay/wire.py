"""One signed call to UnionPay and what came back of it. Nothing that the network does raises here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from adapters.payments.download import download
from adapters.payments.line import Answer, Line, NoReply, refusal
from adapters.payments.posted import fields_of
from adapters.payments.unionpay.codes import FAILED
from adapters.payments.unionpay.form import encode, parse
from adapters.payments.unionpay.merchant import FILE_URL, UnionPayMerchant
from adapters.payments.unionpay.signing import Signer
from domain.logs import money as events
from domain.logs.log import Log
from domain.payment.network import Silence
from domain.payment.notices import NotBelieved
from domain.runtime import Clock, Runtime

if TYPE_CHECKING:
    from httpx2 import URL, BaseTransport, Client, Request

_log = Log("kiosk.networks")

TRANSACT = "/gateway/api/backTransReq.do"
QUERY = "/gateway/api/queryTrans.do"
FILES = "/"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer whose signature holds. `fields` are as they came, and `code` is `respCode`."""

    fields: dict[str, str]

    @property
    def code(self) -> str:
        return self.fields.get("respCode", "")

    def __str__(self) -> str:
        return f"respCode {self.code[:32]}".strip()


class Wire:
    """The way to two hosts for one merchant; files are at `file_url`.

    `timeout` is in seconds, for connecting and for each read.
    """

    def __init__(
        self,
        merchant: UnionPayMerchant,
        base_url: str,
        clock: Clock,
        timeout: float,
        transport: "BaseTransport | None" = None,
        runtime: Runtime | None = None,
        file_url: str = FILE_URL,
    ) -> None:
        self._signer = Signer(merchant)
        self._line = Line("unionpay", base_url, timeout, transport, runtime)
        self._files = Line("unionpay", file_url, timeout, transport, runtime)
        self._clock = clock

    def prepare(self) -> None:
        """Load what the first call needs, so that the first visitor does not wait for it."""
        self._line.prepare()
        self._signer.prepare()

    def call(self, path: str, fields: Mapping[str, str]) -> Reply | NoReply:
        """Post a request to TRANSACT or QUERY, a few times if need be, with the same bytes each time."""
        return self._line.call(self._request(self._line.address(path), fields), self._read)

    def file(self, fields: Mapping[str, str]) -> Reply | NoReply:
        """Post a request to FILES, whose answer has a whole file in it."""
        body = download(self._files, self._request(self._files.address(FILES), fields))
        return body if isinstance(body, NoReply) else self._believed(body)

    def disconnect(self) -> None:
        """Let go of the connections that are kept open; the next call opens new ones."""
        self._line.disconnect()
        self._files.disconnect()

    def posted(self, body: bytes) -> dict[str, str]:
        """The fields of a notification whose signature holds. Raises NotBelieved."""
        fields = fields_of(body)
        problem = self._signer.problem(fields, self._clock())
        if problem:
            raise NotBelieved(problem)
        return fields

    def greet(self) -> None:
        """Hear from the host, whatever it says."""
        self._line.greet()

    def silence(self) -> Silence | None:
        """Why the last answer does not count; None if it does."""
        return self._line.silence

    def time(self) -> datetime | None:
        """What the host's clock shows now, as far as it has been heard."""
        return self._line.time()

    def _request(self, url: "URL", fields: Mapping[str, str]) -> "Callable[[Client], Request]":
        body = encode(self._signer.signed(fields))
        headers = {
            "Accept-Encoding": "identity",
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "shebao-kiosk",
        }
        return lambda client: client.build_request("POST", url, content=body, headers=headers)

    def _read(self, response: Answer) -> Reply | NoReply:
        if response.status_code != 200:
            return NoReply(str(response.status_code), refusal(response.status_code))
        return self._believed(response.content)

    def _believed(self, body: bytes) -> Reply | NoReply:
        try:
            fields = parse(body.decode()) if b"=" in body else None  # A file may be 64 MB of nothing.
        except UnicodeDecodeError:
            fields = None
        if fields is None:
            return NoReply("unreadable")
        problem = self._signer.problem(fields, self._clock())
        if problem:
            code = fields.get("respCode", "")
            return NoReply(problem, code if code in FAILED else "")
        _log.info(events.UnionPayAnswered(fields.get("respCode", ""), fields.get("origRespCode", "")))
        return Reply(fields)
