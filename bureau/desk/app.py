"""The desk as one ASGI application, to be mounted wherever the bureau's service has it."""

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bureau.desk.guard import Guard
from bureau.desk.pages import Pages, goes_to
from bureau.desk.parts import Desk, Parts
from bureau.desk.routes import (
    calls,
    certificates,
    entering,
    finding,
    orders,
    reconciling,
    refunding,
    signatures,
    staffing,
    takings,
    terminals,
)
from bureau.desk.who import Forged, NotThere, NotYours, SignInFirst
from domain.lives.events import Impossible
from domain.logs import bureau as events
from domain.logs.log import Log
from domain.ports import Unreachable
from domain.words import Text
from storage.errors import StoreError

log = Log("bureau.desk")
ROUTES = (
    entering, terminals, calls, orders, refunding, reconciling, takings, certificates, staffing, signatures, finding,
)  # fmt: skip


def desk(parts: Parts) -> ASGIApp:
    """The pages over these parts. Its answers take a thread each, never the event loop."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = Desk(parts)
    app.state.pages = Pages.of(parts.catalogues, place=parts.place)
    for routes in ROUTES:
        app.include_router(routes.router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app.add_exception_handler(SignInFirst, _sign_in)
    app.add_exception_handler(Impossible, _sign_in)  # Who was revoked in this very moment.
    app.add_exception_handler(NotYours, _told(403, Text("这件事您不能办，请找有权限的同事")))
    app.add_exception_handler(Forged, _told(403, Text("这张表过了时间，没有办，请回去重新填")))
    app.add_exception_handler(NotThere, _told(404, Text("没有这一页，或者已经不在了")))
    app.add_exception_handler(RequestValidationError, _told(404, Text("没有这一页，或者已经不在了")))
    app.add_exception_handler(HTTPException, _told(404, Text("没有这一页，或者已经不在了")))
    app.add_exception_handler(Unreachable, _told(503, Text("税务系统暂时没有应答，没有办，请过一会儿再试")))
    app.add_exception_handler(StoreError, _told(503, Text("账本暂时打不开，没有办，请过一会儿再试")))
    return Guard(app)


def _sign_in(request: Request, error: Exception) -> Response:
    return goes_to(request, "/sign-in")


def _told(status: int, words: Text) -> Callable[[Request, Exception], Response]:
    """A page that says why there is nothing; what it was stays in the log."""

    def say(request: Request, error: Exception) -> Response:
        if status >= 500:
            log.error(events.PageFailed(type(error).__name__), error)
        pages: Pages = request.app.state.pages
        code = error.status_code if isinstance(error, HTTPException) else status
        return pages.page(request, "told.html", code, words=words)

    return say
