"""A line to a server that loses, cuts or garbles what goes over it, one exchange after the other."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread


class Fate(Enum):
    """What becomes of a question and its answer."""

    PASSED = auto()
    ANSWER_LOST = auto()
    QUESTION_CUT = auto()
    """its last byte never comes"""
    GARBLED = auto()


class Wire(ThreadingTCPServer):
    """Every exchange has a connection of its own; `fates` are those of the next ones, all others are PASSED."""

    daemon_threads = True

    def __init__(self, server: int) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.server = server
        self.fates: list[Fate] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Exchange(StreamRequestHandler):
    server: Wire

    def handle(self) -> None:
        fate = self.server.fates.pop(0) if self.server.fates else Fate.PASSED
        question = self._whole()
        with socket.create_connection(("127.0.0.1", self.server.server)) as there:
            if fate is Fate.QUESTION_CUT:
                there.sendall(question[:-1])
                return
            there.sendall(question)
            answer = b"".join(iter(lambda: there.recv(65536), b""))
        if fate is Fate.GARBLED:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
        if fate is Fate.PASSED:
            self.wfile.write(answer)

    def _whole(self) -> bytes:
        """The request, which says itself how long it is."""
        head = b"".join(iter(self.rfile.readline, b"\r\n")) + b"\r\n"
        fields = dict(line.lower().split(b": ", 1) for line in head.splitlines()[1:-1])
        return head + self.rfile.read(int(fields[b"content-length"]))


@contextmanager
def wire(server: int) -> Iterator[Wire]:
    """A wire to the port `server` of this machine."""
    with Wire(server) as line:
        thread = Thread(target=line.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield line
        finally:
            line.shutdown()
            thread.join()
