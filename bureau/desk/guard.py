"""What holds for all that the desk is asked and answers: nothing from elsewhere, nothing kept, nothing too large."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Without any referrer a browser would not say either where a form comes from.
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}
LARGEST = 16 * 1024
"""Bytes of a form."""
READS = {"GET", "HEAD"}


class Guard:
    """Around the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        changes = scope["method"] not in READS
        refused = refusal(scope["scheme"], Headers(scope=scope)) if changes else None
        if "\0" in scope["path"]:
            refused = 404, "no such page"
        answer = PlainTextResponse(refused[1], refused[0]) if refused else self.app
        await answer(scope, receive, guarded)


def refusal(scheme: str, headers: Headers) -> tuple[int, str] | None:
    """Why something is not even read that wants to change something: a status and a word; None if it may be read."""
    length = headers.get("content-length", "")
    if not length.isdecimal():
        return 411, "length required"
    if int(length) > LARGEST:
        return 413, "too large"
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    elsewhere = origin is not None and urlsplit(origin)[:2] != (scheme, headers.get("host", ""))
    if elsewhere or site not in {None, "same-origin"}:
        return 403, "from elsewhere"
    return None
