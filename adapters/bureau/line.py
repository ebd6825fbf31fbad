"""The terminal's end of the line to its bureau. What is not heard is Unreachable; what is heard is believed.

A call that changes something has a number. Where its answer does not come, the number is kept with what was asked, and
the same question, asked once more, is sent as it was under the number that it had: the bureau answers what it answered.
"""

import json
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from adapters.bureau.raised import heard
from adapters.bureau.wire import Call
from adapters.payments.line import WAIT_S, Line, NoReply
from domain.ports import Unreachable
from domain.runtime import Runtime

if TYPE_CHECKING:
    import ssl

    from httpx2 import BaseTransport, Client, Request

    from adapters.payments.line import Answer

NUMBER = "Request-Number"
"""The header with the number of a call that changes something: 32 hexadecimal digits."""
TIME = "Terminal-Time"
"""The header that says what time it is at the terminal (ISO 8601): what is off by more than minutes is refused."""
KEPT_OPEN_S = 30.0
"""A connection is kept for the next call: the courier comes every 20 seconds (`LOOK_S`)."""
KEPT = 100
"""So many questions without an answer are kept, the oldest is forgotten first."""
OK, UNKNOWN, RAISED = 200, 401, 409
"""Statuses: an answer; who asks is no terminal, or has another time, whatever it asks for; what a port raises."""
REFUSED = range(400, 500)
PATIENT = {"networks": 9.0, "bills": 60.0}
"""Ports behind which the bureau asks others, and how many seconds it is waited for, once: it tries again itself."""
TIMES = frozenset({"at", "now", "issued_at"})
"""Arguments that tell when, which the same question has another of when it is asked once more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was sent."""

    number: str
    body: bytes


class Denied(NoReply):
    """The bureau has heard, and does not do that: about nobody who was looked up here, or for nobody on duty."""


class BureauLine:
    """`tls` has the terminal's certificate and whom it believes; `transport` carries requests in place of the net."""

    def __init__(
        self, url: str, tls: "ssl.SSLContext | None", runtime: Runtime, transport: "BaseTransport | None" = None
    ) -> None:
        if transport is None:
            from adapters.payments.net import Net

            transport = Net(runtime, tls, KEPT_OPEN_S)
        self._line = Line("bureau", url, WAIT_S, transport, runtime)
        self._patient = {port: Line("bureau", url, wait, transport, runtime, tries=1) for port, wait in PATIENT.items()}
        self._runtime = runtime
        self._unanswered: OrderedDict[tuple[str, str], Asked] = OrderedDict()
        self._lock = Lock()
        self.silent = False
        """Whether the bureau did not answer when it was last asked, or knows this terminal no more."""
        self._heard_at: float | None = None
        self.returns = 0
        """How often it has been heard again."""

    def look(self, call: Call, *given: Any, **named: Any) -> Any:
        """Ask what changes nothing. Raises Unreachable, and what the port does."""
        return self._ask(call, call.body(*given, **named), "")

    def glance(self, call: Call, lasts_s: float) -> Any:
        """As `look`, of what takes no argument; over within so many seconds, all tries included."""
        return self._ask(call, call.body(), "", lasts_s)

    def act(self, call: Call, *given: Any, **named: Any) -> Any:
        """Ask for what changes something, once, however often it is asked. Raises as `look`."""
        body = call.body(*given, **named)
        same = call.path, _timeless(body)
        with self._lock:
            asked = self._unanswered.setdefault(same, Asked(self._runtime.token(16).hex(), body))
            while len(self._unanswered) > KEPT:
                self._unanswered.popitem(last=False)
        try:
            answer = self._ask(call, asked.body, asked.number)
        except Unreachable:
            raise
        except Exception:
            self._answered(same, asked)
            raise
        self._answered(same, asked)
        return answer

    def forget(self) -> None:
        """Keep nothing of a visitor: what they asked for and never heard of, they ask anew."""
        with self._lock:
            self._unanswered.clear()

    def close(self) -> None:
        for line in (self._line, *self._patient.values()):
            line.disconnect()

    def _answered(self, same: tuple[str, str], asked: Asked) -> None:
        with self._lock:
            if self._unanswered.get(same) == asked:
                del self._unanswered[same]

    def _ask(self, call: Call, body: bytes, number: str, lasts_s: float | None = None) -> Any:
        headers = {"Content-Type": "application/json"}
        headers |= {NUMBER: number} if number else {}
        headers |= {TIME: self._runtime.now().isoformat()}

        line = self._patient.get(call.port, self._line)

        def request(client: "Client") -> "Request":
            return client.build_request("POST", line.base_url + call.path, content=body, headers=headers)

        ends = None if lasts_s is None else line.uptime() + lasts_s
        heard = line.call(request, lambda response: _read(call, response), ends=ends)
        self._heard(not isinstance(heard, NoReply) or isinstance(heard, Denied))
        if isinstance(heard, NoReply):
            raise Unreachable(f"{call.path}: {heard.why}")
        answer, error = heard
        if error is not None:
            raise error
        return answer

    def _heard(self, at_all: bool) -> None:
        with self._lock:
            self.returns += self.silent and at_all
            self.silent = not at_all
            self._heard_at = self._runtime.uptime() if at_all else None

    def heard_within(self, seconds: float) -> bool:
        """Whether the last call was answered, and is not longer ago than that."""
        heard = self._heard_at
        return heard is not None and self._runtime.uptime() - heard <= seconds


def _read(call: Call, response: "Answer") -> tuple[Any, Exception | None] | NoReply:
    """What was answered, or raised."""
    try:
        if response.status_code == OK:
            return call.gives.validate_json(response.content), None
        if response.status_code == RAISED:
            return None, heard(response.content)
    except (ValidationError, ValueError):
        return NoReply(f"{response.status_code}, and not an answer")
    denied = response.status_code in REFUSED and response.status_code != UNKNOWN
    return (Denied if denied else NoReply)(str(response.status_code))


def _timeless(body: bytes) -> str:
    return json.dumps(_without(json.loads(body)), ensure_ascii=False, sort_keys=True)


def _without(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without(one) for key, one in value.items() if key not in TIMES}
        case list():
            return [_without(one) for one in value]
    return value
