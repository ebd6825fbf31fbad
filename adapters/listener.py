"""HTTP from outside, as little of it as is needed: small requests, few at a time, over soon."""

import socket
import socketserver
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BufferedReader, RawIOBase
from threading import BoundedSemaphore
from typing import Any

from domain.logs import money as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.runtime import Runtime, Uptime

log = Log("kiosk.listener")


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody at the address `peer` asks; `headers` by their lower-case names."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    peer: str


def _deaf(whole: bool) -> None:
    """Whether an answer went out as a whole makes no difference."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`said` is told whether all of it went out: never that it came in."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/plain"})
    said: Callable[[bool], None] = _deaf


Take = Callable[[Request], Answer]

LASTS_S = 5.0
"""A connection, from its first byte to the last of the answer: networks wait for five seconds."""
MOST_BODY = 1 << 16
"""Bytes of a post: a notification has a few thousand."""
MOST = MOST_BODY + (1 << 14)
"""Bytes of a connection, its headers with them."""
AT_ONCE = 8
"""So many connections at the same time; whoever comes besides is hung up on, and a network comes again."""
ONLY_POSTS = frozenset({"POST"})


def listen(
    key: str,
    address: str,
    take: Take,
    runtime: Runtime,
    lasts_s: float = LASTS_S,
    methods: frozenset[str] = ONLY_POSTS,
) -> "Listener | None":
    """Listen at the address that the settings have under `key`; None where that cannot be: all else goes on."""
    try:
        return Listener(*parted(address), take, runtime, lasts_s, methods)
    except OSError as error:
        log.warning(events.Unheard(key, Sentence(error.strerror or type(error).__name__)))
        return None


def parted(address: str) -> tuple[str, int]:
    """Host and port of an address, as settings have it."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


class Listener:
    """Listens at a numeric `host` and `port` (0: any) from now until `stop`. Raises OSError where it cannot.

    A connection lasts `lasts_s` seconds at most. Other `methods` are not known here.
    """

    def __init__(
        self,
        host: str,
        port: int,
        take: Take,
        runtime: Runtime,
        lasts_s: float = LASTS_S,
        methods: frozenset[str] = ONLY_POSTS,
    ) -> None:
        self._server = _Server(host, port, take, runtime, lasts_s, methods)
        self._thread = runtime.start("listener", self._server.serve)

    @property
    def port(self) -> int:
        """The port it got."""
        return int(self._server.server_address[1])

    def stop(self) -> None:
        """Stop listening. Who is being answered is answered, or dies with the program."""
        # On Linux this wakes the thread that waits in accept.
        with suppress(OSError):
            self._server.socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(LASTS_S)
        self._server.server_close()


class _Server(HTTPServer):
    allow_reuse_address = True

    def __init__(
        self, host: str, port: int, take: Take, runtime: Runtime, lasts_s: float, methods: frozenset[str]
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.take, self.uptime, self.lasts_s, self.methods = take, runtime.uptime, lasts_s, methods
        self._runtime, self._room = runtime, BoundedSemaphore(AT_ONCE)
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        # HTTPServer would ask the name service who that is.
        socketserver.TCPServer.server_bind(self)

    def serve(self) -> None:
        while True:
            try:
                request, address = self.get_request()
            except ConnectionAbortedError:
                continue
            except OSError:
                return
            if self._room.acquire(blocking=False):
                self._runtime.start("request", lambda one=request, of=address: self._answer(one, of))  # type: ignore[misc]
            else:
                self.shutdown_request(request)

    def _answer(self, request: socket.socket, address: Any) -> None:
        try:
            self.finish_request(request, address)
        except OSError:
            log.debug(events.HungUp())
        except Exception:
            log.exception(events.Unanswered())
        finally:
            self.shutdown_request(request)
            self._room.release()


class _Bounded(RawIOBase):
    """What comes over a connection until `ends`, by uptime, and `MOST` bytes of it. Raises TimeoutError then."""

    def __init__(self, connection: socket.socket, ends: float, uptime: Uptime) -> None:
        self._connection, self._ends, self._uptime = connection, ends, uptime
        self._left = MOST

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        time = self._ends - self._uptime()
        if time <= 0 or self._left <= 0:
            raise TimeoutError("too long")
        self._connection.settimeout(time)
        count = self._connection.recv_into(memoryview(buffer)[: self._left])
        self._left -= count
        return count


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def setup(self) -> None:
        super().setup()
        uptime, lasts_s = self.server.uptime, self.server.lasts_s
        self.connection.settimeout(lasts_s)
        self.rfile = BufferedReader(_Bounded(self.connection, uptime() + lasts_s, uptime))

    def do_GET(self) -> None:
        self._ask(b"")

    def do_HEAD(self) -> None:
        self._ask(b"")

    def do_POST(self) -> None:
        length = self.headers.get("content-length", "")
        if not (length.isascii() and length.isdigit()) or "transfer-encoding" in self.headers:
            self.send_error(HTTPStatus.LENGTH_REQUIRED)
        elif len(length) > 9 or int(length) > MOST_BODY:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            body = self.rfile.read(int(length))
            if len(body) == int(length):
                self._ask(body)

    def _ask(self, body: bytes) -> None:
        if self.command not in self.server.methods:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED)
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._say(self.server.take(Request(self.command, self.path, headers, body, self.client_address[0])))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Without a page: nobody reads it."""
        self._say(Answer(code))

    def version_string(self) -> str:
        """Nobody has to know what runs here."""
        return "kiosk"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of who came from where: what is worth a line is told by who takes it."""

    def _say(self, answer: Answer) -> None:
        self.close_connection = True
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Connection", "close")
        whole = False
        try:
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)
            whole = True
        finally:
            answer.said(whole)
