"""In and out: signing in, the first time with a second factor to be set up, signing out, and the language."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from bureau.desk import keys
from bureau.desk.entrance import Entrance
from bureau.desk.pages import ENGLISH, LANGUAGE, Pages, goes_to
from bureau.desk.parts import Desk
from bureau.desk.who import COOKIE, Fields, Form, address, entering, filled_in, somebody
from domain.desk.deeds import SignedOut
from domain.words import NOTHING, Text
from storage.bureau.desk_sessions import DeskSession

router = APIRouter()
Typed = Annotated[Form, Depends(filled_in)]
Entering = Annotated[tuple[DeskSession, str], Depends(entering)]
A_YEAR_S = 365 * 24 * 3600


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _page(request: Request, name: str, status: int = 200, **told: object) -> Response:
    pages: Pages = request.app.state.pages
    return pages.page(request, name, status, **told)


def _remembered(answer: Response, cookie: str) -> Response:
    answer.set_cookie(COOKIE, cookie, path="/", secure=True, httponly=True, samesite="strict")
    return answer


@router.get("/sign-in")
def door(request: Request) -> Response:
    return _page(request, "sign_in.html", problem=NOTHING, typed={})


@router.post("/sign-in")
def enter(request: Request, fields: Typed) -> Response:
    number = fields.get("number", "").strip()
    entrance = Entrance(_desk(request))
    made = entrance.admits(number, fields.get("passphrase", ""), fields.get("code", ""), address(request))
    if isinstance(made, Text):
        return _page(request, "sign_in.html", 422, problem=made, typed={"number": number})
    if before := somebody(request):
        _desk(request).sessions.end(before[0].id)
    return _remembered(goes_to(request, "/"), made)


@router.get("/set-up")
def set_up(request: Request, entering: Entering) -> Response:
    return _setting_up(request, entering)


@router.post("/set-up")
def is_set_up(request: Request, entering: Entering, fields: Fields) -> Response:
    session, _ = entering
    passphrase, again = fields.get("passphrase", ""), fields.get("again", "")
    made = Entrance(_desk(request)).binds(session, passphrase, again, fields.get("code", ""))
    if isinstance(made, Text):
        return _setting_up(request, entering, 422, made)
    return _remembered(goes_to(request, "/"), made)


def _setting_up(
    request: Request, entering: tuple[DeskSession, str], status: int = 200, problem: Text = NOTHING
) -> Response:
    session, token = entering
    secret = Entrance(_desk(request)).secret(session)
    code = keys.drawn(keys.address_of(secret, session.member))
    shown = " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
    told = {"number": session.member, "token": token, "problem": problem, "code": code, "secret": shown}
    return _page(request, "set_up.html", status, shortest=keys.SHORTEST, **told)


@router.post("/sign-out")
def leave(request: Request, fields: Fields) -> Response:
    desk, found = _desk(request), somebody(request)
    if found:
        desk.sessions.end(found[0].id)
        if not found[0].enters:
            desk.staff.did(found[0].member, SignedOut(), desk.now())
    answer = goes_to(request, "/sign-in")
    answer.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    return answer


@router.post("/language")
def speak(request: Request, fields: Typed) -> Response:
    """Back to the page that it was asked on. A path is all that is taken: it leads nowhere else."""
    back = fields.get("back", "")
    ours = back.startswith("/") and not back.startswith("//") and "\\" not in back
    answer = goes_to(request, back if ours else "/")
    tag = ENGLISH if fields.get("language") == ENGLISH else "zh"
    answer.set_cookie(LANGUAGE, tag, max_age=A_YEAR_S, path="/", secure=True, httponly=True, samesite="strict")
    return answer
