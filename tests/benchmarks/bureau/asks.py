"""What a terminal asks its bureau for, as it is sent."""

from collections.abc import Iterator
from typing import Any

from adapters.bureau.line import NUMBER, TIME
from adapters.bureau.ports import PORTS
from adapters.bureau.wire import Call
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill
from domain.runtime import Runtime
from tests.benchmarks.bureau.ground import WHO, Enrolled

CALLS = {call.path: call for port in PORTS for call in port.calls}
ACTS = {f"/v1/{port.name}/{method}" for port in PORTS for method in port.acts}
Asked = tuple[str, dict[str, str], bytes]
"""Path, headers and body."""


def asked(runtime: Runtime, path: str, *given: Any) -> Asked:
    call: Call = CALLS[path]
    headers = {"Content-Type": "application/json", TIME: runtime.now().isoformat()}
    if path in ACTS:
        headers[NUMBER] = runtime.token(16).hex()
    return path, headers, call.body(*given)


def introduces(runtime: Runtime, one: Enrolled) -> Asked:
    return asked(runtime, "/v1/tax/find_person", WHO.kind, one.identity, WHO.name)


def bill(one: Enrolled, n: int) -> Bill:
    """The nth of whoever stands there."""
    period = Period(2030 + n // 12, n % 12 + 1)
    return Bill(one.person, Scheme.FLEXIBLE, Insurance.PENSION, period, "520102P", "60", Fen(439470), Fen(87894))


def order(one: Enrolled, n: int) -> str:
    return f"GZ{one.number}{n:018d}"


def pays(runtime: Runtime, one: Enrolled, n: int) -> Iterator[Asked]:
    """All of a payment that the bureau's store has to know: the bill is claimed, posted, and let go."""
    yield asked(runtime, "/v1/claims/take", order(one, n), (bill(one, n),))
    yield asked(runtime, "/v1/tax/post", order(one, n), (bill(one, n),), runtime.now(), "wechat")
    yield asked(runtime, "/v1/claims/release", order(one, n))


def looks(runtime: Runtime) -> Asked:
    """What a terminal asks every 20 seconds while nobody is there."""
    return asked(runtime, "/v1/claims/held")


def word(runtime: Runtime) -> Asked:
    """What it says every 45 seconds; here with every second look."""
    return asked(runtime, "/v1/copies/word", "{}")
