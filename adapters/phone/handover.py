"""Hands a paper over to a phone: at an address of the hall's own, to whoever knows the code, once and for minutes."""

import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from threading import Lock
from typing import TYPE_CHECKING

from adapters.phone.page import HTML, PDF, Pages
from adapters.phone.tries import WrongTries
from domain.handover import LASTS_S, Going, Offer
from domain.words import Text

if TYPE_CHECKING:
    from adapters.listener import Answer, Request
    from domain.runtime import Runtime, Uptime

SECRET = 16
"""Bytes of a code that nobody can foretell: 128 bits."""
CODE = re.compile(r"/([A-Za-z0-9_-]{22})")
"""How a path with a code looks; what looks otherwise (a browser's favicon) is no try."""
LASTS_A_REQUEST_S = 20.0
"""A connection: a phone may be slow, and a paper has a few hundred thousand bytes."""
METHODS = frozenset({"GET", "HEAD", "POST"})
OK, NOWHERE, TOO_OFTEN = 200, 404, 429


@contextmanager
def handing_over(
    address: str, url: str, runtime: "Runtime", uptime: "Uptime", pages: Pages
) -> "Iterator[PhoneHandover | None]":
    """Listen at an address of the settings until the end; None where there is none, or it cannot be had.

    `url` is where phones find that address: whoever stands in front of it has its name and its certificate. Without
    one the address itself is. By `uptime` codes end.
    """
    if not address:
        yield None
        return
    from adapters.listener import listen

    handover = PhoneHandover(url, runtime.token, uptime, pages)
    listener = listen("phone_address", address, handover.answer, runtime, LASTS_A_REQUEST_S, METHODS)
    if listener and not url:
        handover.url = f"http://{address.rpartition(':')[0]}:{listener.port}"
    try:
        yield handover if listener else None
    finally:
        handover.withdraw()
        if listener:
            listener.stop()


class PhoneHandover:
    """Implements `Handover`. `url` is where phones find it."""

    def __init__(self, url: str, token: Callable[[int], bytes], uptime: "Uptime", pages: Pages) -> None:
        self.url = url.rstrip("/")
        self._token, self._uptime, self._pages = token, uptime, pages
        self._lock = Lock()
        self._tries = WrongTries(uptime)
        self._there: _Parcel | None = None

    def offer(self, paper: bytes, title: Text, ended: Callable[[Going], None]) -> Offer:
        """As `Handover` says."""
        code = urlsafe_b64encode(self._token(SECRET)).decode().rstrip("=")
        offer = Offer(f"{self.url}/{code}", self._uptime() + LASTS_S)
        self._put(_Parcel(code, offer, title, paper, ended))
        return offer

    def look(self, offer: Offer) -> Going:
        """As `Handover` says."""
        with self._lock:
            there = self._there
        if there is None or there.offer != offer:
            return Going.OVER
        if self.seconds(offer) == 0:
            there.give_up()
        return there.going

    def seconds(self, offer: Offer) -> int:
        """As `Handover` says."""
        return max(0, ceil(offer.until - self._uptime()))

    def withdraw(self) -> None:
        """As `Handover` says."""
        self._put(None)

    def answer(self, request: "Request") -> "Answer":
        """What a phone is answered. Nothing of it is logged, neither code nor address."""
        from adapters.listener import Answer

        if self._tries.too_many(request.peer):
            return Answer(TOO_OFTEN, self._pages.slower(), {**HTML, "Retry-After": "60"})
        parcel = self._found(request.path)
        if parcel is None:
            if CODE.fullmatch(request.path):
                self._tries.add(request.peer)
            return Answer(NOWHERE, self._pages.gone(), HTML)
        if request.method != "POST":
            return Answer(OK, self._pages.waiting(parcel.title), HTML)
        if paper := parcel.claim():
            went = {True: Going.TAKEN, False: Going.CUT}
            return Answer(OK, paper, PDF, lambda whole: parcel.end(went[whole]))
        return Answer(NOWHERE, self._pages.gone(), HTML)

    def _put(self, parcel: "_Parcel | None") -> None:
        with self._lock:
            gone, self._there = self._there, parcel
        if gone:
            gone.give_up()

    def _found(self, path: str) -> "_Parcel | None":
        """What waits under this path. To compare takes as long for any code."""
        with self._lock:
            there = self._there
        code = CODE.fullmatch(path)
        if there is None or code is None or not hmac.compare_digest(there.code, code[1]):
            return None
        return there if self.look(there.offer) is Going.WAITING and there.waits else None


class _Parcel:
    """A paper that waits under its code. Once it goes out nothing of it is kept here, and its connection ends it."""

    def __init__(self, code: str, offer: Offer, title: Text, paper: bytes, ended: Callable[[Going], None]) -> None:
        self.code, self.offer, self.title = code, offer, title
        self.going = Going.WAITING
        self._paper, self._ended = paper, ended
        self._lock = Lock()

    @property
    def waits(self) -> bool:
        """Whether nobody has asked for it yet."""
        return bool(self._paper)

    def claim(self) -> bytes:
        """The paper, for the first who asks; nothing for all others."""
        with self._lock:
            paper, self._paper = self._paper, b""
            return paper

    def give_up(self) -> None:
        """Nobody has come for it."""
        if self.claim():
            self.end(Going.OVER)

    def end(self, going: Going) -> None:
        """Whoever has claimed it says how it ended."""
        self.going = going
        self._ended(going)
