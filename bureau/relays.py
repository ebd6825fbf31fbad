"""Relays: a province's own programs behind the bureau, that send SMS and ask banks. A signed POST for each question."""

import hmac
import json
from dataclasses import dataclass
from datetime import timedelta

from pydantic import BaseModel, ConfigDict, ValidationError

from adapters.payments.line import WAIT_S, Line, NoReply
from domain.agreements.agreement import Agreement, Refusal
from domain.identity.sms import AT_ONCE, CODES
from domain.ports import Unreachable
from domain.runtime import Runtime
from domain.words import Verbatim
from storage.bureau.sms_codes import StoredCodes

SIGNATURE, TIME = "X-Signature", "X-Time"
"""HMAC-SHA256 over the time, a line feed and the body, in hexadecimal; and that time (ISO 8601)."""
OK = 200


class Relay:
    """`key` is what both sides sign with. What is not 200 is silence."""

    def __init__(self, url: str, key: bytes, runtime: Runtime) -> None:
        self._line, self._key, self._runtime = Line("relay", url, WAIT_S, None, runtime, tries=1), key, runtime

    def ask(self, said: dict[str, str]) -> bytes:
        """Post something; what was answered. Raises Unreachable."""
        body, at = json.dumps(said, ensure_ascii=False).encode(), self._runtime.now().isoformat()
        signed = hmac.digest(self._key, at.encode() + b"\n" + body, "sha256").hex()
        headers = {"Content-Type": "application/json", TIME: at, SIGNATURE: signed}
        heard = self._line.call(
            lambda client: client.build_request("POST", self._line.base_url, content=body, headers=headers),
            lambda response: (response.status_code, response.content),
        )
        if isinstance(heard, NoReply) or heard[0] != OK:
            raise Unreachable("the relay does not answer")
        return heard[1]


def message(code: str) -> str:
    """What stands in the SMS."""
    return Verbatim("【社保费自助终端】验证码 {code}，5 分钟内有效。工作人员不会向您索要，请勿告诉他人。", code=code)


@dataclass(frozen=True, slots=True)
class RelayedSms:
    """Implements `SmsCodes`: the relay is told `phone`, `text` and an `id`, and sends it."""

    relay: Relay
    codes: StoredCodes
    runtime: Runtime

    def send(self, phone: str) -> timedelta:
        """As `SmsCodes` says."""
        code = f"{self.runtime.below(CODES):06d}"
        wait = self.codes.begin(phone, code, self.runtime.now())
        if wait == AT_ONCE:
            self.relay.ask({"phone": phone, "text": message(code), "id": self.runtime.token(16).hex()})
        return wait

    def proves(self, phone: str, code: str) -> bool:
        return self.codes.proves(phone, code, self.runtime.now())

    def spend(self, phone: str) -> None:
        self.codes.spend(phone)


class _Verified(BaseModel):
    """`refusal` is null, or why the bank does not confirm (`Refusal`)."""

    model_config = ConfigDict(extra="ignore")
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class RelayedBank:
    """Implements `BankVerification`: the relay is told what was signed, and says what the bank does."""

    relay: Relay

    def verify(self, agreement: Agreement) -> Refusal | None:
        """As `BankVerification` says."""
        terms = agreement.terms
        told = {"number": agreement.number, "bank": terms.bank, "branch": terms.branch.number, "holder": terms.holder}
        answer = self.relay.ask(told | {"account": terms.account, "phone": terms.phone})
        try:
            return _Verified.model_validate_json(answer).refusal
        except ValidationError:
            raise Unreachable("the relay says nothing that is known") from None
