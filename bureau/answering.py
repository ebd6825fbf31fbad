"""A terminal's call from its bytes to the bytes of its answer, whoever carries them."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from adapters.bureau.line import NUMBER, OK, RAISED, TIME, UNKNOWN
from adapters.bureau.ports import PORTS
from adapters.bureau.raised import Raised, said
from adapters.bureau.wire import Call
from bureau.guard import Denied, Guard
from bureau.offices import Bureau, Offices
from domain.logs import bureau as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.ports import Unreachable
from storage.bureau.requests import Answered, Reused
from storage.bureau.terminals import Terminal
from storage.errors import StoreUnavailable

log = Log("bureau.calls")

MOST = 1 << 18
"""Bytes of a question: a day's entries of a log are copied in pieces of it."""
CLOCK_OFF = timedelta(minutes=5)
A_NUMBER = re.compile("[0-9a-f]{32}")
MOST_FAULTS = 5
TOO_MANY = frozenset({"extra_forbidden", "unexpected_keyword_argument"})


@dataclass(frozen=True, slots=True)
class Question:
    """`certificate` is the serial of whoever asks, in hexadecimal; `headers` by their lower-case names."""

    path: str
    headers: Mapping[str, str]
    body: bytes
    certificate: str | None


@dataclass(frozen=True, slots=True)
class Refusal(Exception):
    """Why there is no answer: `fault` is said to the terminal, in one English sentence without anything of the body."""

    status: int
    fault: str


class Answering:
    """Every call of the table, for whichever terminal asks. Safe from any thread; takes its time.

    `guard` says who may ask what; the usual one by default.
    """

    def __init__(self, bureau: Bureau, guard: Guard | None = None) -> None:
        self._bureau, self._guard = bureau, guard or Guard(bureau)
        self._calls = {call.path: call for port in PORTS for call in port.calls}
        self._acts = {f"/v1/{port.name}/{method}" for port in PORTS for method in port.acts}

    def answer(self, question: Question) -> tuple[int, bytes]:
        """Status and body."""
        return replied(question, lambda: self._answered(question))

    def _answered(self, question: Question) -> tuple[int, bytes]:
        terminal = self.terminal(question)
        call = self._calls.get(question.path)
        if call is None:
            raise Refusal(404, "there is no such call")
        asked = _asked(call, question.body)
        self._guard.before(terminal.number, call, asked)
        try:
            if question.path not in self._acts:
                answered = self._done(terminal, call, asked)
            else:
                answered = self._once(terminal, call, asked, question)
        except Unreachable as silence:  # Nothing was done: asked again under the same number it may be.
            answered = _told(said(silence))
        return answered.status, answered.body.encode()

    def terminal(self, question: Question) -> Terminal:
        """Who asks. Raises Refusal for who is not enrolled, or has another time."""
        if question.certificate is None:
            raise Refusal(UNKNOWN, "a terminal shows its certificate")
        terminal = self._bureau.terminals.of(question.certificate)
        if terminal is None:
            raise Refusal(UNKNOWN, "this certificate is not, or no longer, that of a terminal")
        self._insist_on_time(question.headers.get(TIME.lower(), ""))
        return terminal

    def _once(self, terminal: Terminal, call: Call, asked: dict[str, Any], question: Question) -> Answered:
        number = question.headers.get(NUMBER.lower(), "")
        if not A_NUMBER.fullmatch(number):
            raise Refusal(400, f"what changes something needs a {NUMBER} of 32 hexadecimal digits")
        content = f"{question.path}\n{question.body.decode(errors='replace')}"

        def act() -> Answered:
            return self._done(terminal, call, asked)

        try:
            return self._bureau.requests.once(terminal.number, number, content, self._bureau.clock(), act)
        except Reused:
            raise Refusal(400, f"this {NUMBER} was given to another question") from None

    def _done(self, terminal: Terminal, call: Call, asked: dict[str, Any]) -> Answered:
        does: Callable[..., Any] = Offices(self._bureau, terminal.number).does(call.port, call.method)
        try:
            answer = does(**asked)
            self._guard.after(terminal.number, call, answer)
        except (Denied, Unreachable):
            raise
        except Exception as error:
            raised = said(error)
            if raised is None:
                raise
            return _told(raised)
        return Answered(OK, call.gives.dump_json(answer).decode())

    def _insist_on_time(self, told: str) -> None:
        try:
            at = datetime.fromisoformat(told)
            off = abs(at - self._bureau.clock())
        except (ValueError, TypeError):
            raise Refusal(400, f"a call says in {TIME} what time it is, with its zone") from None
        if off > CLOCK_OFF:
            raise Refusal(UNKNOWN, "the terminal's clock is off by more than five minutes")


def replied(question: Question, does: Callable[[], tuple[int, bytes]]) -> tuple[int, bytes]:
    """Status and body of what is done, or why it is not."""
    try:
        return does()
    except Refusal as refusal:
        status, why = refusal.status, refusal.fault
    except Denied as denied:
        status, why = 403, denied.why
    except StoreUnavailable as error:
        log.warning(events.CallUnavailable(question.path, Sentence(error)))
        return 503, fault("the bureau's store does not answer")
    log.warning(events.CallRefused(question.path, status, Sentence(why)))
    return status, fault(why)


def fault(sentence: str) -> bytes:
    """A refusal's body."""
    return json.dumps({"fault": sentence}).encode()


def _told(raised: Raised | None) -> Answered:
    assert raised is not None, "Unreachable is in the table"
    return Answered(RAISED, raised.model_dump_json())


def _asked(call: Call, body: bytes) -> dict[str, Any]:
    """The arguments. What is wrong is told by place and kind: never what stood there."""
    if len(body) > MOST:
        raise Refusal(413, f"a question has at most {MOST} bytes")
    try:
        return call.arguments(body)
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False, include_context=False)[:MOST_FAULTS]
        raise Refusal(422, "; ".join(f"{_place(one)}: {one['type']}" for one in wrong)) from None


def _place(wrong: ErrorDetails) -> str:
    """Of a field too many the place it stands in: its name may be anything."""
    place = wrong["loc"][:-1] if wrong["type"] in TOO_MANY else wrong["loc"]
    return ".".join(map(str, place)) or "the whole"
