"""Visitors who call the staff: who they are is told nowhere, only where they stand and how long they have waited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk.frame import names
from bureau.desk.pages import goes_to
from bureau.desk.who import AtWork, Fields, NotThere, Worker
from domain.desk.calls import DeskCall
from domain.desk.deeds import Came
from domain.desk.fleet import TerminalState
from domain.flows import hurdles
from domain.words import NOTHING, Text

router = APIRouter()
HOME = Text("首页")


@dataclass(frozen=True, slots=True)
class Row:
    """`where` is the screen, `comes` who is on the way; empty while nobody is."""

    call: DeskCall
    hall: str
    where: Text
    waits: Text
    urgent: bool
    comes: Text
    path: str


def rows(at_work: Worker, fleet: Sequence[TerminalState]) -> tuple[Row, ...]:
    """The calls that are not over, those first that nobody has answered."""
    now = at_work.desk.now()
    found = at_work.desk.calls.open(now)
    if not found:
        return ()
    halls, known = {one.name: one.hall for one in fleet}, names(at_work)
    return tuple(_row(one, halls, known, now) for one in sorted(found, key=lambda one: one.comes != ""))


@router.get("/calls")
def rung(at_work: AtWork) -> Response:
    """How many call, for the menu of a page that is not made anew."""
    return at_work.pages.page(at_work.request, "calls.html", rung=at_work.desk.calls.waiting(at_work.desk.now()))


@router.post("/calls/{terminal}/coming")
def comes(at_work: AtWork, terminal: str, fields: Fields) -> Response:
    desk = at_work.desk
    try:
        made = datetime.fromisoformat(fields.get("made", ""))
    except ValueError:
        raise NotThere from None
    if made.tzinfo is None:
        raise NotThere
    if desk.calls.comes(terminal, made, at_work.number, desk.now()):
        at_work.did(Came(), terminal)
        at_work.say(Text("终端 {terminal} 的画面上说您正在过去", terminal=terminal))
    else:
        at_work.say(Text("终端 {terminal} 的呼叫有别人应答了，或者已经取消", terminal=terminal), is_problem=True)
    return goes_to(at_work.request, "/")


def _row(call: DeskCall, halls: dict[str, str], known: dict[str, str], now: datetime) -> Row:
    urgent, seconds = call.is_urgent(now), max(0, int((now - call.since).total_seconds()))
    waits = Text("急，已等 {seconds} 秒", seconds=seconds) if urgent else Text("已等 {seconds} 秒", seconds=seconds)
    return Row(
        call,
        halls.get(call.terminal, ""),
        hurdles.screen(call.screen) if call.screen else HOME,
        waits,
        urgent,
        Text("{name}正在过去", name=known.get(call.comes, call.comes)) if call.comes else NOTHING,
        f"/calls/{quote(call.terminal, safe='')}/coming",
    )
