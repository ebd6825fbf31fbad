"""Refund applications: those that wait, and one to decide about and to pay."""

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk import waiting
from bureau.desk.frame import framed, names
from bureau.desk.pages import goes_to
from bureau.desk.routes.signatures import Sheet, signed
from bureau.desk.signing import ALREADY, MOVED_ON, Matter, waits
from bureau.desk.who import AtWork, Fields, Form, NotThere, NotYours, Worker
from bureau.desk.words import common, refunds
from bureau.desk.words.acts import REFUSAL, REFUSE
from domain.accounts.cards import bank_problem, card_problem, tidy
from domain.desk.deeds import Decided, Unmasked
from domain.desk.member import Role
from domain.flows.refund_cases import ways
from domain.forms.cases import REASON_MOST
from domain.identity import name_problem, spelt
from domain.payment.order import Order
from domain.refunds.account import Account
from domain.refunds.application import Application, Route
from domain.refunds.cases import RefundCase
from domain.refunds.problems import RefundProblem
from domain.refunds.states import TO_BE_SENT, RefundState
from domain.times import lasting
from domain.words import NOTHING, Text

router = APIRouter()
BY_ONE = {REFUSE: Role.DECIDE, "address": Role.DECIDE, "send": Role.PAY, "take_over": Role.PAY, "stop": Role.PAY}
"""What one of them can do, and the role that it takes: nothing of it moves money."""
SAID = {
    REFUSE: Text("{number} 已记为审核不通过，原因会显示给缴费人"),
    "address": Text("{number} 已记下收款账户"),
    "send": Text("{row} 已转退库，银行付款以后请标记已退费"),
    "take_over": Text("{number} 已退回，请重新审核"),
    "stop": Text("{row} 已停止重发，等对账单确认有没有收到"),
}
LONG = Text("说明不能超过{most}个字", most=REASON_MOST)


@router.get("/refunds")
def refund_list(at_work: AtWork) -> Response:
    now, items = at_work.desk.now(), waiting.items(at_work.desk)
    mine = [item for item in items if item.what is waiting.What.REFUND]
    going = [one for one in at_work.desk.parts.store.refunds.open() if not waiting.needs_somebody(one)]
    return framed(
        at_work,
        "refunds.html",
        "refunds",
        items=mine,
        lasts={item.number: (common.time(item.since), lasting(now - item.since)) for item in mine},
        going=[(one, refunds.applicant(one), common.tile(one.draft.item.channel)) for one in going],
        names=names(at_work),
    )


@router.get("/refunds/{number}")
def refund(at_work: AtWork, number: str) -> Response:
    case = _case(at_work, number)
    at_work.opens(number)
    return _page(at_work, case)


@router.post("/refunds/{number}/sign")
def sign(at_work: AtWork, number: str, fields: Fields) -> Response:
    case = _case(at_work, number)
    if fields.get("act") == REFUSE:
        return _does(at_work, case, REFUSE, fields)
    if problem := signed(at_work, Matter.refund(case), fields):
        return _page(at_work, _case(at_work, number), 422, problem=problem, typed=fields)
    return goes_to(at_work.request, waiting.refund_path(number))


@router.post("/refunds/{number}/account")
def account(at_work: AtWork, number: str, fields: Fields) -> Response:
    """The whole account, for whoever pays to it by the bank: shown on this answer only, and written down."""
    case = _case(at_work, number)
    to = case.application.account
    if not at_work.member.may(Role.PAY) or to is None or not _to_be_paid(case.application):
        raise NotYours
    at_work.did(Unmasked(), number)
    return _page(at_work, case, whole=to)


@router.post("/refunds/{number}/{act}")
def do(at_work: AtWork, number: str, act: str, fields: Fields) -> Response:
    return _does(at_work, _case(at_work, number), act, fields)


def _does(at_work: Worker, case: RefundCase, act: str, fields: Form) -> Response:
    """What takes one."""
    number = case.application.number
    offered = _offered(case)
    if act not in BY_ONE or not at_work.member.may(BY_ONE[act]):
        raise NotYours
    if act not in offered:
        at_work.say(MOVED_ON, True)
        return goes_to(at_work.request, waiting.refund_path(number))
    if waits(at_work.desk.proposals.open(at_work.desk.now()), number):
        return _page(at_work, case, 422, problem=ALREADY, typed=fields)  # What was signed stays as it was seen.
    if act == REFUSE and (unsigned := at_work.signs(fields.get("code", ""))):
        return _page(at_work, case, 422, problem=unsigned, typed=fields)
    made = _made(at_work, case, act, fields)
    if isinstance(made, Application):
        at_work.did(Decided(detail=act), number)
        at_work.say(SAID[act].of(number=number, row=number))
        return goes_to(at_work.request, waiting.refund_path(number))
    problem = made.sentence if isinstance(made, RefundProblem) else made
    return _page(at_work, _case(at_work, number), 422, problem=problem, typed=fields)


def _made(at_work: Worker, case: RefundCase, act: str, fields: Form) -> Application | RefundProblem | Text:
    office, number = at_work.desk.refunds(at_work.number), case.application.number
    match act:
        case "refuse":
            reason = fields.get("reason", "").strip()
            if len(reason) > REASON_MOST:
                return LONG
            if reason and case.application.state is RefundState.SUBMITTED:
                office.take(number)
            return office.refuse(number, reason)
        case "address":
            to = Account(fields.get("bank", ""), tidy(fields.get("account", "")), spelt(fields.get("holder", "")))
            return _account_problem(at_work, to) or office.address(number, to)
        case "send":
            return office.send(number)
        case "take_over":
            return office.take_over(number)
    return office.stop(number)


def _account_problem(at_work: Worker, to: Account) -> Text | None:
    banks = at_work.desk.parts.banks
    return bank_problem(to.number, to.bank, banks) or card_problem(to.number, banks) or name_problem(to.holder)


def _offered(case: RefundCase) -> frozenset[str]:
    """What can be done about it now, as at a terminal; to refuse does not take that somebody has taken it before."""
    offered = {way.id for way in ways(case)}
    return frozenset(offered | ({"refuse"} if "take" in offered else set()))


def _to_be_paid(application: Application) -> bool:
    return application.state in TO_BE_SENT and application.route is Route.BANK


def _page(at_work: Worker, case: RefundCase, status: int = 200, **told: object) -> Response:
    desk, application, known = at_work.desk, case.application, names(at_work)
    store, number, item = desk.parts.store, case.application.number, case.application.draft.item
    order, insured = _order(at_work, item.order), store.tax.masked(item.person)
    log = common.in_order(
        refunds.steps(store.refunds.history(number), known),
        common.from_desk(desk.staff.about(number), known),
        ahead=refunds.what_follows(case),
    )
    lasts = application.is_open or case.stuck
    by_one = [act for act in sorted(_offered(case)) if act in BY_ONE and at_work.member.may(BY_ONE[act])]
    frame: dict[str, object] = {
        "case": case,
        "standing": case.standing.label,
        "lasting": lasting(desk.now() - case.since) if lasts else NOTHING,
        "tile": common.tile(item.channel),
        "facts": refunds.facts(case, desk.parts.banks, insured),
        "checks": refunds.checks(case, order, item.bill in store.certificates.opened(item.person)),
        "log": log,
        "sheet": Sheet.of(
            at_work,
            Matter.refund(case),
            known,
            waiting.refund_path(number),
            more=(REFUSAL,) if REFUSE in by_one else (),
        ),
        "by_one": by_one,
        "shows_account": at_work.member.may(Role.PAY) and _to_be_paid(application),
        "whole": None,
        "banks": desk.parts.banks,
        "others": _neighbours(at_work, number),
    }
    return framed(at_work, "refund.html", "refunds", status, **(frame | told))


def _neighbours(at_work: Worker, number: str) -> tuple[int, int, str, str]:
    """Which of those that wait this is, of how many, and those before and after it; nothing for one that waits not."""
    numbers = [one.number for one in at_work.desk.parts.store.refunds.open() if waiting.needs_somebody(one)]
    if number not in numbers:
        return 0, len(numbers), "", ""
    at = numbers.index(number)
    return at + 1, len(numbers), numbers[at - 1] if at else "", numbers[at + 1] if at + 1 < len(numbers) else ""


def _order(at_work: Worker, number: str) -> Order | None:
    try:
        return at_work.desk.parts.store.orders.get(number)
    except KeyError:
        return None


def _case(at_work: Worker, number: str) -> RefundCase:
    case = at_work.desk.refunds(at_work.number).case(number)
    if case is None:
        raise NotThere
    return case
