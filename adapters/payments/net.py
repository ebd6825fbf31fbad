"""HTTP by the net, in which a whole call ends in time: from the look-up of a name to the last byte of the answer.

httpx2 has time-outs for each wait alone, which a server that sends a byte a second never exceeds. httpcore2, which it
stands on, takes the sockets from its caller (`NetworkBackend`): these know when the call of their thread is over.
"""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from ipaddress import ip_address
from socket import SOCK_STREAM, getaddrinfo
from typing import Any

import httpcore2
import httpx2

from domain.runtime import Runtime, Uptime

Options = Iterable[httpcore2.SOCKET_OPTION] | None

KEPT_OPEN_S = 5.0
"""How long a connection is usually kept for the next call."""
_ends: ContextVar[float] = ContextVar("ends")


@contextmanager
def ending(at: float) -> Iterator[None]:
    """Whatever is called by `Net` is called in here, and over `at` this uptime."""
    token = _ends.set(at)
    try:
        yield
    finally:
        _ends.reset(token)


class Net(httpx2.BaseTransport):
    """`tls` is how an https host is believed.

    Time-outs of a request are for each wait, as usual; what goes wrong is raised as httpx2's own errors. A connection
    is kept for the next call for `kept_s` seconds.
    """

    def __init__(self, runtime: Runtime, tls: ssl.SSLContext | None, kept_s: float = KEPT_OPEN_S) -> None:
        self._pool = httpcore2.ConnectionPool(tls, keepalive_expiry=kept_s, network_backend=_Sockets(runtime))

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore2.Request(
            method=request.method,
            url=url,
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_httpx2():
            answer = self._pool.handle_request(asked)
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Stream(answer))

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx2():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Sockets(httpcore2.NetworkBackend):
    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> httpcore2.NetworkStream:
        uptime = self._runtime.uptime
        for address in (addresses := self._addresses(host, port, timeout)):
            try:
                left = _left(uptime, timeout, httpcore2.ConnectTimeout)
                return _Socket(self._plain.connect_tcp(address, port, left, local_address, socket_options), uptime)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if address == addresses[-1]:
                    raise
        raise httpcore2.ConnectError("a name without an address")

    def _addresses(self, host: str, port: int, timeout: float | None) -> list[str]:
        """Those of a name, looked up on a thread of its own: the resolver knows of nobody's time."""
        try:
            return [str(ip_address(host))]
        except ValueError:
            found: list[str | OSError] = []

        def look_up() -> None:
            try:
                found.extend(str(address[0]) for *_, address in getaddrinfo(host, port, type=SOCK_STREAM))
            except OSError as error:
                found.append(error)

        left = _left(self._runtime.uptime, timeout, httpcore2.ConnectTimeout)
        self._runtime.start("name look-up", look_up).join(left)
        if not found:
            raise httpcore2.ConnectTimeout("name look-up")
        if isinstance(found[0], OSError):
            raise httpcore2.ConnectError(str(found[0])) from found[0]
        return [address for address in found if isinstance(address, str)]


class _Socket(httpcore2.NetworkStream):
    """A socket of which no wait goes on after the end of its thread's call."""

    def __init__(self, plain: httpcore2.NetworkStream, uptime: Uptime) -> None:
        self._plain, self._uptime = plain, uptime

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._plain.read(max_bytes, _left(self._uptime, timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._plain.write(buffer, _left(self._uptime, timeout, httpcore2.WriteTimeout))

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = _left(self._uptime, timeout, httpcore2.ConnectTimeout)
        return _Socket(self._plain.start_tls(ssl_context, server_hostname, left), self._uptime)

    def close(self) -> None:
        self._plain.close()

    def get_extra_info(self, info: str) -> Any:
        return self._plain.get_extra_info(info)


def _left(uptime: Uptime, timeout: float | None, over: type[Exception]) -> float:
    """Seconds that a wait may last. Raises `over` if the call has ended."""
    left = _ends.get() - uptime()
    if left <= 0:
        raise over("the whole call takes too long")
    return left if timeout is None else min(left, timeout)


@contextmanager
def _as_httpx2() -> Iterator[None]:
    """What httpcore2 raises, as httpx2 has it: under the same names."""
    try:
        yield
    except (
        httpcore2.TimeoutException,
        httpcore2.NetworkError,
        httpcore2.ProtocolError,
        httpcore2.UnsupportedProtocol,
    ) as error:
        raise getattr(httpx2, type(error).__name__)(str(error)) from error
