"""Who works here: adding, changing and revoking; and the log of what everybody did."""

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk import first
from bureau.desk.frame import framed, names
from bureau.desk.pages import goes_to
from bureau.desk.who import AtWork, Fields, Form, NotThere, NotYours, Worker
from bureau.desk.words import common
from bureau.desk.words.log import told
from domain.desk.deeds import Entry
from domain.desk.member import MemberState, Role, problem_of_number, problem_of_roles
from domain.lives.events import Impossible
from domain.words import NOTHING, Text
from storage.bureau.staff import NumberTaken

router = APIRouter()
A_PAGE = 50
NAME_MOST = 20
NO_NAME = Text("请填姓名，不超过{most}个字", most=NAME_MOST)
TAKEN = Text("这个工号已经有人用过，工号不再给别人")
ONESELF = Text("不能改自己的，请另一位管理人员来办")
MOVED_ON = Text("这个人刚刚有了变化，请重新看一遍再办")


@router.get("/staff")
def staff(at_work: AtWork) -> Response:
    return _page(at_work)


@router.post("/staff")
def add(at_work: AtWork, fields: Fields) -> Response:
    """The passphrase is on this answer, and nowhere else."""
    _insist(at_work)
    number, name, roles = fields.get("number", "").strip(), fields.get("name", "").strip(), _roles(fields)
    problem = at_work.signs(fields.get("code", "")) if not (p := _unfounded(number, name, roles)) else p
    if problem:
        return _page(at_work, 422, problem=problem, typed=fields)
    desk = at_work.desk
    try:
        once = first.added(desk.staff, desk.parts.runtime, number, name, roles, at_work.number)
    except NumberTaken:
        return _page(at_work, 422, problem=TAKEN, typed=fields)
    return _page(at_work, once=once, whose=number)


@router.post("/staff/{number}/{act}")
def change(at_work: AtWork, number: str, act: str, fields: Fields) -> Response:
    _insist(at_work)
    if number == at_work.number:
        return _page(at_work, 422, problem=ONESELF)
    if problem := at_work.signs(fields.get("code", "")):
        return _page(at_work, 422, problem=problem)
    try:
        return _changed(at_work, number, act, fields)
    except Impossible:
        return _page(at_work, 422, problem=MOVED_ON)
    except KeyError:
        raise NotThere from None


@router.get("/log")
def log(at_work: AtWork, before: int | None = None) -> Response:
    entries, known = at_work.desk.staff.entries(A_PAGE, before), names(at_work)
    return framed(
        at_work,
        "log.html",
        "log",
        rows=[_row(one, known) for one in entries],
        older=entries[-1].serial if len(entries) == A_PAGE and entries[-1].serial > 1 else None,
    )


def _changed(at_work: Worker, number: str, act: str, fields: Form) -> Response:
    desk, now = at_work.desk, at_work.desk.now()
    match act:
        case "revoke":
            desk.staff.revoke(number, now, at_work.number)
            at_work.say(Text("工号 {number} 已停用，已经退出", number=number))
        case "renew":
            once = first.renewed(desk.staff, desk.parts.runtime, number, at_work.number)
            return _page(at_work, once=once, whose=number)
        case "grant":
            roles = _roles(fields)
            if problem := problem_of_roles(roles):
                return _page(at_work, 422, problem=problem)
            desk.staff.grant(number, roles, now, at_work.number)
            at_work.say(Text("工号 {number} 现在可以做的已经改好", number=number))
        case _:
            raise NotThere
    return goes_to(at_work.request, "/staff")


def _page(at_work: Worker, status: int = 200, **more: object) -> Response:
    members = at_work.desk.staff.all()
    frame: dict[str, object] = {
        "members": sorted(members, key=lambda one: (one.state is MemberState.REVOKED, one.number)),
        "all_roles": list(Role),
        "added": {one.number: common.time(one.added_at) for one in members},
        "may_change": at_work.member.may(Role.STAFF),
        "once": NOTHING,
        "whose": "",
        "good_for": first.GOOD_FOR.days,
    }
    return framed(at_work, "staff.html", "staff", status, **(frame | more))


def _roles(fields: Form) -> frozenset[Role]:
    return frozenset(role for role in Role if f"role_{role}" in fields)


def _unfounded(number: str, name: str, roles: frozenset[Role]) -> Text | None:
    if problem := problem_of_number(number):
        return problem
    return problem_of_roles(roles) if 0 < len(name) <= NAME_MOST else NO_NAME


def _insist(at_work: Worker) -> None:
    if not at_work.member.may(Role.STAFF):
        raise NotYours


def _row(entry: Entry, known: dict[str, str]) -> tuple[Entry, Text, Text, Text, Text]:
    """An entry: when, who, about whom of the staff if about somebody else, and what more there is to say."""
    whose = NOTHING if entry.member == entry.who else _who(entry.member, known)
    return entry, common.time(entry.at), _who(entry.who, known), whose, told(entry)


def _who(number: str, known: dict[str, str]) -> Text:
    others = {first.CONSOLE: Text("后台")}
    return common.who_told(number, known, others)
