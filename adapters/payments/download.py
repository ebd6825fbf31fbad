"""A file from a network's host: larger than an answer, and slower. Nothing that happens on the way raises here."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from adapters.payments.line import Line, NoReply
from domain.logs import money as events
from domain.logs.event import Sentence
from domain.logs.log import Log

if TYPE_CHECKING:
    from httpx2 import Client, Request

log = Log("kiosk.networks")

MOST = 64 << 20
"""Bytes of a file as it is sent: a bill of 100,000 rows has a tenth of it."""
LASTS_S = 60.0
"""How long a file may take, from the look-up of its host's name to its last byte."""
WAIT_S = 20.0
"""For the connection, and for each part: the host may have to fetch the file first."""
TRIES = 2


def download(line: Line, request: "Callable[[Client], Request]") -> bytes | NoReply:
    """The body of a 200, whole; `request` is made anew for the second try. Waits as long as a file needs."""
    import httpx2

    from adapters.payments.net import ending

    outcome: bytes | NoReply = NoReply("never tried")
    for _ in range(TRIES):
        try:
            with ending(line.uptime() + LASTS_S):
                outcome = _body(line.client, request(line.client))
            break
        except httpx2.TransportError as error:
            outcome = NoReply(type(error).__name__)
        except httpx2.RequestError as error:
            outcome = NoReply(type(error).__name__)
            break
    if isinstance(outcome, NoReply):
        log.warning(events.NoFile(Sentence(outcome.why)))
    return outcome


def is_fit(url: str, base_url: str) -> bool:
    """Whether a file may be fetched from there: by TLS, or from the very host that is asked everything else."""
    try:
        there, here = urlsplit(url), urlsplit(base_url)
    except ValueError:
        return False
    return bool(there.hostname) and (there.scheme == "https" or there[:2] == here[:2])


def _body(client: "Client", request: "Request") -> bytes | NoReply:
    request.extensions["timeout"] = dict.fromkeys(("connect", "read", "write", "pool"), WAIT_S)
    response = client.send(request, stream=True, follow_redirects=False)
    try:
        if response.status_code != 200:
            return NoReply(str(response.status_code))
        parts, long = [], 0
        for part in response.iter_bytes():
            parts.append(part)
            long += len(part)
            if long > MOST:
                return NoReply("too long")
        return b"".join(parts)
    finally:
        response.close()
