"""A way to a simulator without a port, a thread or a wait: the client calls it."""

from collections.abc import Callable, Iterator

from httpx2 import BaseTransport, ReadTimeout, RemoteProtocolError, Request, Response, SyncByteStream

from kit.simulators.faults import Fault
from kit.simulators.frame import Asked, Told


class InProcess(BaseTransport):
    """Carries requests to `answer`, as loopback would, and what goes wrong on the way as well.

    Nobody waits for an answer that is late: the client's patience is over at once.
    """

    def __init__(self, answer: Callable[[Asked], Told | None]) -> None:
        self._answer = answer

    def handle_request(self, request: Request) -> Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        told = self._answer(Asked(request.method, request.url.raw_path.decode(), headers, request.read()))
        if told is None:
            raise RemoteProtocolError("hung up without an answer", request=request)
        if told.held is not Fault.NONE:
            raise ReadTimeout("no answer in time", request=request)
        if told.sent != told.body:
            raise RemoteProtocolError("hung up amid the answer", request=request)
        return Response(told.status, headers=dict(told.headers), stream=_Body(told.body))


class _Body(SyncByteStream):
    """What is read piece by piece, as from a socket."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        yield self._body
