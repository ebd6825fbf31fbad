"""The service: HTTPS with mutual TLS for terminals. What is asked is answered elsewhere (`bureau.answering`)."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from bureau.answering import MOST, Answering, Question, Refusal, fault
from bureau.authority import Places
from bureau.enrolling import Enrolling
from domain.logs import bureau as events
from domain.logs.log import Log
from domain.runtime import Runtime

log = Log("bureau.service")

JSON = "application/json"
KEPT_S = 50
"""A connection that nobody uses is kept so long: terminals come every 20 seconds, and need not shake hands again."""
CERTIFICATE = "certificate"
Answer = Callable[[Question], tuple[int, bytes]]


class Known(H11Protocol):
    """HTTP/1.1 that knows who is at the other end: requests have the serial of the client's certificate as state."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        tls: ssl.SSLObject | None = transport.get_extra_info("ssl_object")
        shown = tls.getpeercert() if tls else None
        serial = str(shown["serialNumber"]).lower().lstrip("0") if shown else None
        self.app_state = {**self.app_state, CERTIFICATE: serial}


def service(answering: Answering, enrolling: Enrolling, described: bytes) -> Starlette:
    """`described` is the OpenAPI page."""

    async def page(_request: Request) -> Response:
        return Response(described, media_type=JSON)

    return Starlette(
        routes=[
            Route("/v1/openapi.json", page),
            Route("/v1/enrol", _answered(enrolling.enrol), methods=["POST"]),
            Route("/v1/renew", _answered(enrolling.renew), methods=["POST"]),
            Route("/v1/{port}/{method}", _answered(answering.answer), methods=["POST"]),
        ],
        exception_handlers={404: _nothing, 405: _nothing},
    )


async def _nothing(_request: Request, _error: Exception) -> Response:
    return Response(fault("there is no such call"), 404, media_type=JSON)


def _answered(answer: Answer) -> Callable[[Request], Any]:
    async def does(request: Request) -> Response:
        try:
            body = await _body(request)
        except Refusal as refusal:
            return Response(fault(refusal.fault), refusal.status, media_type=JSON, headers={"Connection": "close"})
        except ClientDisconnect:
            return Response(status_code=400)
        question = Question(request.url.path, dict(request.headers), body, getattr(request.state, CERTIFICATE, None))
        try:
            status, told = await run_in_threadpool(answer, question)
        except Exception as error:
            log.exception(events.CallFailed(request.url.path, type(error).__name__))
            return Response(fault("the bureau could not do this"), 500, media_type=JSON)
        return Response(told, status, media_type=JSON)

    return does


async def _body(request: Request) -> bytes:
    """What is sent, as long as it is no longer than a question may be. Raises Refusal."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST:
            raise Refusal(413, f"a question has at most {MOST} bytes")
    return bytes(body)


def tls(places: Places) -> ssl.SSLContext:
    """Who comes shows a certificate of ours, or none: without one a terminal can only enrol."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(places.server, places.server_key)
    context.load_verify_locations(places.ca)
    context.verify_mode = ssl.CERT_OPTIONAL
    return context


def plain(places: Places) -> ssl.SSLContext:
    """For browsers, which show no certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(places.server, places.server_key)
    return context


def server(app: Any, host: str, port: int, context: ssl.SSLContext | None) -> uvicorn.Server:
    """A server for an app; it answers many at once and asks nothing of the net itself."""
    config = uvicorn.Config(
        app,
        host,
        port,
        http=Known,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=KEPT_S,
        timeout_graceful_shutdown=10,
        ssl_context_factory=(lambda _config, _default: context) if context else None,
    )
    return uvicorn.Server(config)


def listening(address: str, port: int) -> socket.socket:
    """Whoever else of the bureau listens there on this machine shares it: each connection goes to one of them."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return socket.create_server((address, port), family=family, reuse_port=True)


@contextmanager
def serving(
    app: Any, context: ssl.SSLContext | None, runtime: Runtime, address: str = "127.0.0.1", at: int = 0
) -> Iterator[int]:
    """Serves at a port of an address meanwhile, at any free one, on a thread; the port. Who connects early waits."""
    with listening(address, at) as place:
        port = int(place.getsockname()[1])
        made = server(app, address, port, context)
        thread = runtime.start("bureau", lambda: made.run(sockets=[place]))
        try:
            yield port
        finally:
            made.should_exit = True
            thread.join(10.0)
