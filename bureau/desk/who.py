"""Who is at a browser: asked by every page, so that nothing is shown to, or done for, who may not."""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from pydantic import Field
from starlette.responses import Response

from bureau.desk.entrance import Entrance
from bureau.desk.pages import Pages
from bureau.desk.parts import Desk
from domain.desk.deeds import Deed, Opened
from domain.desk.member import Member, Role
from domain.words import Text
from storage.bureau.desk_sessions import DeskSession

COOKIE = "__Host-desk"
"""By its name a browser takes it only by HTTPS, for all of this host and for no other."""
REFRESH = "x-refresh"
"""What a page asks by itself does not keep its session alive."""


class SignInFirst(Exception):
    """Nobody has signed in at this browser, or it was too long ago."""


class NotYours(Exception):
    """Whoever is at this browser may not do this."""


class Forged(Exception):
    """A form that was not ours, or of a session that is over."""


class NotThere(Exception):
    """There is nothing under this address."""


@dataclass(frozen=True, slots=True)
class Worker:
    """Who is at work here. `token` proves that a form comes from a page that was made for them."""

    request: Request
    desk: Desk
    pages: Pages
    member: Member
    session: DeskSession
    token: str

    @property
    def number(self) -> str:
        return self.member.number

    @property
    def address(self) -> str:
        return address(self.request)

    def say(self, words: Text, is_problem: bool = False) -> None:
        """Tell them, on the next page; it may be that something was not done."""
        self.desk.sessions.say(self.session.id, words, is_problem)

    def did(self, deed: Deed, about: str = "") -> None:
        """Write down what they did."""
        self.desk.staff.did(self.number, deed, self.desk.now(), about)

    def opens(self, about: str) -> None:
        """Write down that they looked at somebody's matter: once, until somebody else has done something about it."""
        before = self.desk.staff.about(about)
        if not (before and before[-1].who == self.number):
            self.did(Opened(), about)

    def signs(self, code: str) -> Text | None:
        """Why a code of their phone signs nothing; None if it does."""
        return Entrance(self.desk).signs(self.number, code, self.address)


def address(request: Request) -> str:
    """From where somebody asks."""
    return request.client.host if request.client else ""


def token_of(cookie: str) -> str:
    """What forms of a session have in them: nobody has it who has not the session."""
    return hmac.digest(cookie.encode(), b"form", "sha256").hex()


def somebody(request: Request) -> tuple[DeskSession, str] | None:
    """The session at a browser, and the token of its forms; None where there is none."""
    desk: Desk = request.app.state.desk
    cookie = request.cookies.get(COOKIE, "")
    found = desk.sessions.find(cookie, desk.now(), REFRESH not in request.headers) if cookie else None
    return (found, token_of(cookie)) if found else None


def entering(request: Request) -> tuple[DeskSession, str]:
    """Somebody who signs in for the first time."""
    found = somebody(request)
    if found is None or not found[0].enters:
        raise SignInFirst
    return found


def worker(request: Request) -> Worker:
    """Somebody who is at work."""
    found = somebody(request)
    if found is None or found[0].enters:
        raise SignInFirst
    session, token = found
    desk: Desk = request.app.state.desk
    keys = desk.staff.find(session.member)
    if keys is None:
        raise SignInFirst
    return Worker(request, desk, request.app.state.pages, keys.member, session, token)


def may(*roles: Role) -> Callable[[Worker], Worker]:
    """Somebody at work who has one of these roles."""

    def checked(at_work: Annotated[Worker, Depends(worker)]) -> Worker:
        if not at_work.member.may(*roles):
            raise NotYours
        return at_work

    return checked


Form = Mapping[str, str]
LONGEST_FIELD = 1000


async def filled_in(request: Request) -> Form:
    """The fields of a form, each once and none too long. Raises Forged."""
    form = await request.form(max_files=0, max_fields=40)
    fields = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    told = len(fields) == len(form.multi_items())
    if not told or any(len(value) > LONGEST_FIELD or "\0" in value for value in fields.values()):
        raise Forged
    return fields


async def posted(request: Request) -> Form:
    """The same, of a page that was made for who has signed in here."""
    fields = await filled_in(request)
    token = token_of(request.cookies.get(COOKIE, ""))
    if not hmac.compare_digest(fields.get("token", "").encode(), token.encode()):
        raise Forged
    return fields


Serial = Annotated[int, Field(ge=1, le=2**62)]
"""A number that is counted: no larger than a database's."""
AtWork = Annotated[Worker, Depends(worker)]
Fields = Annotated[Form, Depends(posted)]
Answer = Response
