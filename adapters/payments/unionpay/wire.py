"""One signed call to UnionPay and what came back of it. Nothing that the network does raises here."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from adapters.payments.line import Line, NoReply, refusal
from adapters.payments.unionpay.codes import FAILED
from adapters.payments.unionpay.form import encode, parse
from adapters.payments.unionpay.merchant import UnionPayMerchant
from adapters.payments.unionpay.signing import Signer
from domain.runtime import Clock, Runtime

if TYPE_CHECKING:
    from httpx2 import BaseTransport, Client, Request, Response

_log = logging.getLogger(__name__)

TRANSACT = "/gateway/api/backTransReq.do"
QUERY = "/gateway/api/queryTrans.do"


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
    """The way to one host for one merchant. `timeout` is in seconds, for connecting and for each read."""

    def __init__(
        self,
        merchant: UnionPayMerchant,
        base_url: str,
        clock: Clock,
        timeout: float,
        transport: "BaseTransport | None" = None,
        runtime: Runtime | None = None,
    ) -> None:
        self._signer = Signer(merchant)
        self._line = Line("unionpay", base_url, timeout, transport, runtime)
        self._clock = clock

    def prepare(self) -> None:
        """Load what the first call needs, so that the first visitor does not wait for it."""
        self._line.prepare()
        self._signer.prepare()

    def call(self, path: str, fields: Mapping[str, str]) -> Reply | NoReply:
        """Post a request to TRANSACT or QUERY, a few times if need be, with the same bytes each time."""
        body = encode(self._signer.signed(fields))
        headers = {
            "Accept-Encoding": "identity",
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "shebao-kiosk",
        }

        def request(client: "Client") -> "Request":
            return client.build_request("POST", self._line.base_url + path, content=body, headers=headers)

        return self._line.call(request, self._read)

    def greet(self) -> None:
        """Hear from the host, whatever it says."""
        self._line.greet()

    def time(self) -> datetime | None:
        """What the host's clock shows now, as far as it has been heard."""
        return self._line.time()

    def disconnect(self) -> None:
        """Let go of the connections that are kept open; the next call opens new ones."""
        self._line.disconnect()

    def _read(self, response: "Response") -> Reply | NoReply:
        if response.status_code != 200:
            return NoReply(str(response.status_code), refusal(response.status_code))
        try:
            fields = parse(response.content.decode())
        except UnicodeDecodeError:
            fields = None
        if fields is None:
            return NoReply("unreadable")
        problem = self._signer.problem(fields, self._clock())
        if problem:
            code = fields.get("respCode", "")
            return NoReply(problem, code if code in FAILED else "")
        _log.info("unionpay.answer resp=%s orig=%s", fields.get("respCode", ""), fields.get("origRespCode", ""))
        return Reply(fields)
