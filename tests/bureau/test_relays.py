"""What a province's own programs are asked: codes by SMS, and whether a bank confirms; asked for by a terminal."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from bureau.relays import Relay, RelayedBank, RelayedSms
from domain.agreements.agreement import Agreement, Refusal
from domain.agreements.states import AgreementState
from domain.ports import Unreachable
from storage.bureau.sms_codes import StoredCodes
from tests.accounts.samples import ICBC, NOON, terms
from tests.bureau.conftest import HallClock, Served

KEY = b"0123456789abcdef0123456789abcdef"
PHONE = "19900000001"


class Province:
    """A relay as a province would write it: it believes only what is signed."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.answer: tuple[int, bytes] = (200, b"{}")

        province = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                signed = f"{self.headers['X-Time']}\n".encode() + body
                right = hmac.new(KEY, signed, hashlib.sha256).hexdigest() == self.headers["X-Signature"]
                status, answer = province.answer if right else (403, b"")
                if right and status == 200:
                    province.heard.append(json.loads(body))
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def relay(self, clock: HallClock, key: bytes = KEY) -> Relay:
        return Relay(f"http://127.0.0.1:{self.server.server_port}/", key, clock)

    @property
    def code(self) -> str:
        """The newest that came."""
        return str(self.heard[-1]["text"]).split("验证码 ")[1][:6]


@pytest.fixture
def province() -> Iterator[Province]:
    made = Province()
    thread = Thread(target=made.server.serve_forever)
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


@pytest.fixture
def sms(served: Served, province: Province) -> RelayedSms:
    """The bureau's, which its terminals ask from now on."""
    store = served.offices.store
    made = RelayedSms(province.relay(served.clock), StoredCodes(store.sessions, store.sealer), served.clock)
    object.__setattr__(served.offices, "codes", made)
    return made


def test_a_code_that_is_sent_at_one_terminal_is_good_once_within_five_minutes(
    served: Served, province: Province, sms: RelayedSms
) -> None:
    here, there = served.terminal("T0001").codes, served.terminal("T0002").codes
    assert here.send(PHONE) == timedelta(0)
    assert province.heard[-1]["phone"] == PHONE
    assert there.send(PHONE) > timedelta(0), "one a minute"
    code = province.code
    assert not here.proves(PHONE, "000000" if code != "000000" else "000001")
    assert here.proves(PHONE, code)
    here.spend(PHONE)
    assert not here.proves(PHONE, code)
    served.clock.at += timedelta(minutes=2)
    here.send(PHONE)
    served.clock.at += timedelta(minutes=5, seconds=1)
    assert not here.proves(PHONE, province.code)


def test_a_code_is_not_found_by_trying_and_nobody_is_called_up_without_end(
    served: Served, province: Province, sms: RelayedSms
) -> None:
    for _ in range(5):
        assert sms.send(PHONE) == timedelta(0)
        served.clock.at += timedelta(minutes=2)
    assert sms.send(PHONE) > timedelta(hours=1)
    wrong = "000000" if province.code != "000000" else "000001"
    for _ in range(5):
        assert not sms.proves(PHONE, wrong)
    assert not sms.proves(PHONE, province.code)


def test_a_relay_that_does_not_answer_has_sent_nothing_and_may_be_asked_again(
    served: Served, province: Province, sms: RelayedSms
) -> None:
    here = served.terminal("T0001").codes
    province.answer = (500, b"")
    with pytest.raises(Unreachable):
        here.send(PHONE)
    province.answer = (200, b"{}")
    assert here.send(PHONE) == timedelta(0)
    assert here.proves(PHONE, province.code)


def test_what_is_signed_with_another_key_is_not_heard(province: Province) -> None:
    with pytest.raises(Unreachable):
        province.relay(HallClock(), b"another").ask({})
    assert not province.heard


@pytest.mark.parametrize(
    ("answer", "refusal"), [(b'{"refusal": null}', None), (b'{"refusal": "not_debit"}', Refusal.NOT_DEBIT)]
)
def test_a_bank_confirms_or_says_why_not(province: Province, answer: bytes, refusal: Refusal | None) -> None:
    pending = AgreementState.PENDING
    signed = Agreement(number="520000202600000001", person=1, terms=terms(ICBC), state=pending, signed_at=NOON)
    province.answer = (200, answer)
    bank = RelayedBank(province.relay(HallClock()))
    assert bank.verify(signed) is refusal
    assert province.heard[-1]["account"] == ICBC
    for strange in (b"{}", b'{"refusal": "because"}', b"x"):
        province.answer = (200, strange)
        with pytest.raises(Unreachable):
            bank.verify(signed)
