"""HTTP on 127.0.0.1 for the simulators: one thread per request, one request per connection."""

import errno
import socket
import socketserver
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from domain.ports import MayPass
from domain.words import Text
from kit.simulators.frame import Asked, Told

Handle = Callable[[BaseHTTPRequestHandler], None]

HOST = "127.0.0.1"


class PortInUse(MayPass):
    """Somebody else listens on the port that a simulator was told to use."""

    said = Text("本机端口被别的程序占用")

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} on {HOST} is in use; choose another, or 0 for any that is free")
        self.port = port


class Loopback:
    """Listens from `start` to `stop`. `handle` gets each GET and POST and writes the answer, or nothing to hang up."""

    def __init__(self, handle: Handle, port: int = 0) -> None:
        self._server = _listen(_handler(handle), port)
        self._thread = Thread(target=self._serve, name="simulator", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port it got."""
        return int(self._server.server_address[1])

    def stop(self) -> None:
        """Stop listening, and wait until that is so."""
        # On Linux this wakes the thread that waits in accept, so nothing has to look round in between.
        self._server.socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._server.server_close()

    def _serve(self) -> None:
        while True:
            try:
                request, address = self._server.get_request()
            except ConnectionAbortedError:
                continue
            except OSError:
                return
            self._server.process_request(request, address)


def ask(http: BaseHTTPRequestHandler) -> Asked:
    """The request that has come."""
    body = http.rfile.read(int(http.headers.get("Content-Length") or 0))
    return Asked(http.command, http.path, {name.lower(): value for name, value in http.headers.items()}, body)


def tell(http: BaseHTTPRequestHandler, told: Told) -> None:
    """Write the answer. A client that went away while it waited is its own affair."""
    with suppress(ConnectionError):
        http.wfile.write(_head(told) + told.sent)


def drip(http: BaseHTTPRequestHandler, told: Told, *, whole: bool, rest: Callable[[], object]) -> None:
    """Write the answer byte by byte, or its body alone if not the `whole`, with a `rest` after each.

    What there is of it is never enough: it goes on until the client goes away, or a rest says that it is over.
    """
    head = _head(replace(told, body=told.body + bytes(1 << 20)))
    with suppress(ConnectionError):
        at_once = 0 if whole else len(head)
        http.wfile.write(head[:at_once])
        for byte in (head + told.body)[at_once:] + bytes(1 << 20):
            http.wfile.write(bytes((byte,)))
            if rest():
                break


def _head(told: Told) -> bytes:
    """Status and headers, and the empty line after them."""
    headers = {**told.headers, "Connection": "close"}
    if told.status != 204:
        headers["Content-Length"] = str(len(told.body))
    lines = (f"HTTP/1.1 {told.status} {HTTPStatus(told.status).phrase}", *(f"{n}: {v}" for n, v in headers.items()))
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def server_bind(self) -> None:
        # HTTPServer would ask the name service who 127.0.0.1 is, which can take seconds without a network.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]


def _listen(handler: type[BaseHTTPRequestHandler], port: int) -> _Server:
    try:
        return _Server((HOST, port), handler)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(port) from error
        raise


def _handler(handle: Handle) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 60

        def do_GET(self) -> None:
            self.close_connection = True
            handle(self)

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: what is worth a line is the client's to log."""

    return Handler


def free_port() -> int:
    """A port of loopback that nobody had a moment ago, for who cannot be given a socket."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])
