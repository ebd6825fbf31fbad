"""Who works here: adding, changing and revoking; and the log of what everybody did."""

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk import first
from bureau.desk.frame import framed, names
from bureau.desk.hiring import ONESELF, Done, Hiring, Wish, number_of
from bureau.desk.pages import goes_to
from bureau.desk.signing import MOVED_ON
from bureau.desk.who import AtWork, Fields, Form, NotThere, NotYours, Serial, Worker
from bureau.desk.words import common
from bureau.desk.words.log import told
from domain.desk.deeds import Entry
from domain.desk.member import MemberState, Role
from domain.desk.proposals import Act
from domain.lives.events import Impossible
from domain.words import NOTHING, Text

router = APIRouter()
A_PAGE = 50
WAITS = Text("您签了“{end}”，等另一位管理人员签字才办")
CHANGED = Text("工号 {number} 现在可以做的已经改好")


@router.get("/staff")
def staff(at_work: AtWork) -> Response:
    return _page(at_work)


@router.post("/staff")
def add(at_work: AtWork, fields: Fields) -> Response:
    number, name = fields.get("number", "").strip(), fields.get("name", "").strip()
    return _asked(at_work, Wish(Act.MEMBER_ADD, number, name, _roles(fields)), fields)


@router.post("/staff/{number}/revoke")
def revoke(at_work: AtWork, number: str, fields: Fields) -> Response:
    _insist(at_work)
    if problem := ONESELF if number == at_work.number else at_work.signs(fields.get("code", "")):
        return _page(at_work, 422, problem=problem)
    try:
        at_work.desk.staff.revoke(number, at_work.desk.now(), at_work.number)
    except Impossible:
        return _page(at_work, 422, problem=MOVED_ON)
    except KeyError:
        raise NotThere from None
    at_work.say(Text("工号 {number} 已停用，已经退出", number=number))
    return goes_to(at_work.request, "/staff")


@router.post("/staff/{number}/grant")
def grant(at_work: AtWork, number: str, fields: Fields) -> Response:
    return _asked(at_work, Wish(Act.MEMBER_GRANT, number, roles=_roles(fields)), fields)


@router.post("/staff/{number}/renew")
def renew(at_work: AtWork, number: str, fields: Fields) -> Response:
    return _asked(at_work, Wish(Act.MEMBER_RENEW, number), fields)


@router.post("/staff/signatures/{number}/agree")
def agree(at_work: AtWork, number: Serial, fields: Fields) -> Response:
    _insist(at_work)
    proposal = at_work.desk.proposals.get(number)
    if proposal is None or proposal.act.of != "member":
        raise NotThere
    made = Hiring(at_work).agrees(proposal, fields.get("code", ""))
    return _told(at_work, made, number_of(proposal), {})


@router.get("/log")
def log(at_work: AtWork, before: Serial | None = None) -> Response:
    entries, known = at_work.desk.staff.entries(A_PAGE, before), names(at_work)
    return framed(
        at_work,
        "log.html",
        "log",
        rows=[_row(one, known) for one in entries],
        newest=A_PAGE,
        unbroken=at_work.desk.staff.unbroken(A_PAGE),
        older=entries[-1].serial if len(entries) == A_PAGE and entries[-1].serial > 1 else None,
    )


def _asked(at_work: Worker, wish: Wish, fields: Form) -> Response:
    _insist(at_work)
    made = Hiring(at_work).asks(wish, fields.get("code", ""))
    if made is None:
        at_work.say(WAITS.of(end=wish.act.label))
        return goes_to(at_work.request, "/staff")
    return _told(at_work, made, wish.number, fields if wish.act is Act.MEMBER_ADD else {})


def _told(at_work: Worker, made: Done | Text, number: str, fields: Form) -> Response:
    """A passphrase is on this answer, and nowhere else."""
    if isinstance(made, Text):
        return _page(at_work, 422, problem=made, typed=fields)
    if made.once:
        return _page(at_work, once=made.once, whose=number)
    at_work.say(CHANGED.of(number=number))
    return goes_to(at_work.request, "/staff")


def _page(at_work: Worker, status: int = 200, **more: object) -> Response:
    desk, members = at_work.desk, at_work.desk.staff.all()
    waiting = [one for one in desk.proposals.open(desk.now()) if one.act.of == "member"]
    frame: dict[str, object] = {
        "members": sorted(members, key=lambda one: (one.state is MemberState.REVOKED, one.number)),
        "all_roles": list(Role),
        "added": {one.number: common.time(one.added_at) for one in members},
        "may_change": at_work.member.may(Role.STAFF),
        "takes_two": Hiring(at_work).takes_two,
        "has_second": Hiring(at_work).has_second,
        "wishes": [(one, Wish.of(one), _who(one.first, names(at_work)), common.time(one.until)) for one in waiting],
        "once": NOTHING,
        "whose": "",
        "good_for": first.GOOD_FOR.days,
    }
    return framed(at_work, "staff.html", "staff", status, **(frame | more))


def _roles(fields: Form) -> frozenset[Role]:
    return frozenset(role for role in Role if f"role_{role}" in fields)


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
