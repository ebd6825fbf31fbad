"""IPP over HTTP: one question, one answer, or the condition of a printer that gives none."""

import httpx2

from adapters.printing.ipp import SERVER_ERRORS, Attribute, NotIpp, Operation, Response, decode, encode
from domain.printing.printer import Condition, PrinterFault

PORT = 631
HEADERS = {"Content-Type": "application/ipp", "Connection": "close"}


class IppClient:
    """`timeout` is in seconds, for connecting and for each read and write. Safe from any thread.

    `secure` is whether some URI is ipps: only then are the system's certificates loaded.
    """

    def __init__(self, timeout: float, secure: bool) -> None:
        # Each question on a connection of its own: one that was let go meanwhile would look like silence.
        limits = httpx2.Limits(max_keepalive_connections=0)
        self._http = httpx2.Client(timeout=timeout, limits=limits, trust_env=False, verify=secure)

    def ask(
        self,
        uri: str,
        operation: Operation,
        *attributes: Attribute,
        job: tuple[Attribute, ...] = (),
        document: bytes = b"",
    ) -> Response:
        """What it answers, a refusal too. Raises PrinterFault: OFFLINE for silence, UNKNOWN for what is no IPP."""
        body = encode(operation, uri, *attributes, job=job) + document
        try:
            return decode(self._http.post(_place(uri), content=body, headers=HEADERS).content)
        except httpx2.TransportError as error:
            raise PrinterFault(Condition.OFFLINE) from error
        except (httpx2.RequestError, httpx2.InvalidURL, NotIpp) as error:
            raise PrinterFault(Condition.UNKNOWN) from error


def granted(answer: Response) -> Response:
    """The answer, if it is no refusal.

    Raises PrinterFault: OFFLINE if it is refused for reasons of the printer's own, UNKNOWN if it is our fault.
    """
    if answer.refused:
        raise PrinterFault(Condition.OFFLINE if answer.status in SERVER_ERRORS else Condition.UNKNOWN)
    return answer


def _place(uri: str) -> httpx2.URL:
    """Where HTTP finds what is meant: RFC 8010 §4, and RFC 7472 for ipps."""
    url = httpx2.URL(uri)
    return url.copy_with(scheme="https" if url.scheme == "ipps" else "http", port=url.port or PORT)
