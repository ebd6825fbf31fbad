"""The frame of a page: where one is, what waits, who is signed in and until when; and what was just done."""

from collections.abc import Mapping

from starlette.responses import Response

from bureau.desk import waiting
from bureau.desk.who import REFRESH, Worker
from bureau.desk.words.common import now_told
from domain.desk.member import Role
from domain.words import NOTHING, Text

ENTRIES: Mapping[str, tuple[str, str, Text]] = {
    "terminals": ("/", "screen", Text("终端")),
    "waiting": ("/waiting", "bell", Text("待处理")),
    "refunds": ("/refunds", "back", Text("退费申请")),
    "reconciliation": ("/reconciliation", "both", Text("对账")),
    "takings": ("/takings", "bars", Text("收款")),
    "certificates": ("/certificates", "paper", Text("证明")),
    "staff": ("/staff", "people", Text("工作人员")),
    "log": ("/log", "list", Text("操作记录")),
}
"""By name: where it is, its icon, and what it is called."""


def framed(at_work: Worker, name: str, where: str, status: int = 200, **told: object) -> Response:
    """A page in its frame. What was to be said on the next page is said now."""
    desk, session = at_work.desk, at_work.session
    asked = REFRESH not in at_work.request.headers
    if session.said and asked:
        at_work.say(NOTHING)
    counted = waiting.counts(desk)
    badges = {"waiting": counted.all, "refunds": counted.refunds, "reconciliation": counted.cases}
    now = desk.now()
    rung = desk.calls.waiting(now)
    if at_work.member.may(Role.STAFF):
        wishes = [one for one in desk.proposals.open(now) if one.act.of == "member"]
        badges["staff"] = sum(one.first != at_work.number for one in wishes)
    frame = {
        "entries": ENTRIES,
        "badges": badges,
        "rung": rung,
        "where": where,
        "me": at_work.member,
        "roles": [role for role in Role if role in at_work.member.roles],
        "until": session.until.astimezone(now.tzinfo),
        "token": at_work.token,
        "said": session.said if asked else NOTHING,
        "said_problem": session.is_problem,
        "now_told": now_told(now),
        "problem": NOTHING,
        "typed": {},
    }
    return at_work.pages.page(at_work.request, name, status, **(frame | told))


def names(at_work: Worker) -> dict[str, str]:
    """Everybody of the staff, by number."""
    return {one.number: one.name for one in at_work.desk.staff.all()}
