"""The line to a network ends every call in time and in bounds, whatever is at its other end, and hears its clock."""

import gzip
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

import pytest
from httpx2 import Client, ConnectError, MockTransport, Request, Response

from adapters.payments.line import WAIT_S, Answer, Line, NoReply
from adapters.payments.net import Net
from adapters.runtime import Machine
from domain.runtime import Thread
from kit.simulators.frame import date
from kit.simulators.loopback import Loopback
from kit.simulators.runtime import SimulatedRuntime
from tests.adapters.stand import NOON, Hurried, Script, openssl

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n"
Write = Callable[[BaseHTTPRequestHandler], None]


class Deaf(Machine):
    """Nothing that is started ever ends, such as the look-up of a name; nobody waits for it here."""

    class Never:
        def join(self, timeout: float) -> None:
            assert 0 < timeout <= WAIT_S

    def start(self, name: str, work: Callable[[], None], niceness: int = 0) -> Thread:
        return self.Never()


@contextmanager
def at(handle: Write) -> Iterator[str]:
    server = Loopback(handle)
    yield f"http://127.0.0.1:{server.port}"
    server.stop()


def asked(line: Line) -> object:
    def request(client: Client) -> Request:
        return client.build_request("GET", line.base_url)

    def read(response: Answer) -> bytes:
        return response.content

    try:
        return line.call(request, read)
    finally:
        line.disconnect()


def dripping(first: bytes) -> Write:
    """`first` at once, and then a byte again and again, sooner than anybody who waits for a byte gives up."""

    def handle(http: BaseHTTPRequestHandler) -> None:
        with suppress(ConnectionError):
            http.wfile.write(first)
            while http.wfile.write(b"x"):
                Machine().sleep().rest(0.02)

    return handle


def saying(body: bytes, **headers: str) -> Write:
    return Script(
        body=body, headers=lambda _: {name.replace("_", "-"): value for name, value in headers.items()}
    ).handle


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\n", HEAD + b"X: ", HEAD + b"\r\n"])
def test_what_drips_is_over_when_the_call_is(first: bytes) -> None:
    with at(dripping(first)) as url:
        assert asked(Line("x", url, WAIT_S, runtime=Hurried())) == NoReply("ReadTimeout")


def test_a_name_that_nobody_finds_does_not_keep_anybody() -> None:
    assert asked(Line("x", "http://kiosk.example", WAIT_S, runtime=Deaf())) == NoReply("ConnectTimeout")


def test_a_name_that_there_is_not() -> None:
    assert asked(Line("x", "http://kiosk.invalid", WAIT_S)) == NoReply("ConnectError")


def test_a_name_with_an_address() -> None:
    with at(saying(b"heard")) as url:
        assert asked(Line("x", url.replace("127.0.0.1", "localhost"), WAIT_S)) == b"heard"


class TestTls:
    @pytest.fixture
    def certified(self, tmp_path: Path) -> tuple[Path, Path]:
        """A key, and a certificate of localhost that its key has signed itself."""
        key, certificate = tmp_path / "key", tmp_path / "certificate"
        made = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate))
        openssl(*made, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
        return key, certificate

    def asks(self, port: int, tls: ssl.SSLContext, runtime: Machine) -> object:
        return asked(Line("x", f"https://localhost:{port}", WAIT_S, Net(runtime, tls), runtime))

    def test_the_host_has_to_prove_its_name(
        self, certified: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And whom somebody's shell believes is nobody to us."""
        key, certificate = certified
        theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        theirs.load_cert_chain(certificate, key)

        class Host(StreamRequestHandler):
            def handle(self) -> None:
                with suppress(OSError), theirs.wrap_socket(self.request, server_side=True) as wrapped:
                    wrapped.recv(1 << 16)
                    wrapped.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nheard")

        with ThreadingTCPServer(("127.0.0.1", 0), Host) as server:
            Machine().start("host", lambda: server.serve_forever(0.01))
            port = server.server_address[1]
            assert self.asks(port, ssl.create_default_context(cafile=str(certificate)), Machine()) == b"heard"
            assert self.asks(port, ssl.create_default_context(), Machine()) == NoReply("ConnectError")
            monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
            assert self.asks(port, ssl.create_default_context(), Machine()) == b"heard"
            assert asked(Line("x", f"https://localhost:{port}", WAIT_S)) == NoReply("ConnectError")
            server.shutdown()

    def test_a_greeting_that_drips_is_over_when_the_call_is(self) -> None:
        server = Loopback(dripping(b""))
        assert self.asks(server.port, ssl.create_default_context(), Hurried()) == NoReply("ConnectError")
        server.stop()


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_has_bounds_also_unpacked(more: int, packed: bool) -> None:
    body = bytes(1_048_576 + more)
    sent = saying(gzip.compress(body), Content_Encoding="gzip") if packed else saying(body)
    with at(sent) as url:
        assert asked(Line("x", url, 20.0)) == (NoReply("too long") if more else body)


def test_what_cannot_be_unpacked_is_no_answer() -> None:
    with at(saying(b"not packed", Content_Encoding="gzip")) as url:
        assert asked(Line("x", url, 20.0)) == NoReply("DecodingError")


@pytest.mark.parametrize(("takes", "tries"), [(1, 3), (40, 2), (61, 1)])
def test_a_try_is_made_as_long_as_there_is_time_for_one(takes: float, tries: int) -> None:
    """In 20 seconds a wait, and a second for the pauses: 61."""
    runtime = SimulatedRuntime(NOON, seed=1)
    heard = []

    def refuse(request: Request) -> Response:
        heard.append(request)
        runtime.pass_by(seconds=takes)
        raise ConnectError("nobody there")

    line = Line("x", "http://kiosk.example", 20.0, MockTransport(refuse), runtime)
    assert asked(line) == NoReply("ConnectError")
    assert len(heard) == tries and len(runtime.slept) == tries - 1


@pytest.mark.parametrize(("chance", "pauses"), [(0, [0.2, 0.4]), (99, [0.2 * 1.495, 0.4 * 1.495])])
def test_each_pause_is_twice_the_last_and_up_to_half_as_long_again(
    monkeypatch: pytest.MonkeyPatch, chance: int, pauses: list[float]
) -> None:
    monkeypatch.setattr("adapters.payments.line.PAUSE_S", 0.2)

    class Steady(SimulatedRuntime):
        def below(self, bound: int) -> int:
            return min(chance, bound - 1)

    def refuse(request: Request) -> Response:
        raise ConnectError("nobody there")

    runtime = Steady(NOON)
    asked(Line("x", "http://kiosk.example", 20.0, MockTransport(refuse), runtime))
    assert runtime.slept == pytest.approx(pauses)


def test_a_call_that_is_over_when_it_begins_asks_nobody() -> None:
    script, runtime = Script(), SimulatedRuntime(NOON)
    with at(script.handle) as url:
        line = Line("x", url, 20.0, runtime=runtime)
        for ends, outcome in ((runtime.uptime(), NoReply("ConnectTimeout")), (runtime.uptime() + 20, 200)):
            said = line.call(lambda client: client.build_request("GET", url), lambda r: r.status_code, ends=ends)
            assert (said, len(script.heard)) == (outcome, int(outcome == 200))
        line.disconnect()


def test_nobody_is_followed_to_another_place() -> None:
    with at(Script(302, b"elsewhere", lambda _: {"Location": "/there"}).handle) as url:
        assert asked(Line("x", url, WAIT_S)) == b"elsewhere"


class TestTheHostsClock:
    def heard(self, **headers: str) -> datetime | None:
        runtime = SimulatedRuntime(NOON)
        script = Script(headers=lambda body: {name.title(): value for name, value in headers.items()})
        with at(lambda http: bare(http, script)) as url:
            line = Line("x", url, 20.0, runtime=runtime)
            assert line.time() is None
            line.greet()
            line.disconnect()
        runtime.pass_by(minutes=3)
        return line.time()

    def test_it_goes_on_by_what_nobody_can_set(self) -> None:
        there = NOON + timedelta(hours=2)
        assert self.heard(date=date(there)) == there + timedelta(minutes=3)

    @pytest.mark.parametrize(
        "said",
        ["", "now", "Mon, 23 Nov 2026 04:00:00", "Mon, 23 Nov 1826 04:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"],
    )
    def test_what_is_no_time_is_not_heard(self, said: str) -> None:
        assert self.heard(date=said) is None

    def test_an_answer_without_one(self) -> None:
        assert self.heard() is None

    def test_nobody_there(self) -> None:
        line = Line("x", "http://127.0.0.1:9", 20.0)
        line.greet()
        assert line.time() is None


def bare(http: BaseHTTPRequestHandler, script: Script) -> None:
    """An answer without any header that the server adds by itself."""
    lines = (f"{name}: {value}\r\n" for name, value in script.headers(b"").items())
    http.wfile.write(f"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n{''.join(lines)}\r\n".encode())
