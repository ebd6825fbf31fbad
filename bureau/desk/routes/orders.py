"""What waits for somebody, and an order that does."""

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk import waiting
from bureau.desk.frame import framed, names
from bureau.desk.pages import goes_to
from bureau.desk.routes.signatures import Sheet, signed
from bureau.desk.signing import Matter
from bureau.desk.who import AtWork, Fields, NotThere, NotYours, Worker
from bureau.desk.words import common, orders
from domain.desk.deeds import HadAsked
from domain.desk.member import Role
from domain.payment.cases import OrderCase
from domain.payment.office import OrderProblem
from domain.payment.said import sentence
from domain.payment.telling import happened, why
from domain.times import lasting
from domain.words import NOTHING, Text

router = APIRouter()


@router.get("/waiting")
def waiting_list(at_work: AtWork) -> Response:
    now, items = at_work.desk.now(), waiting.items(at_work.desk)
    lasts = {item.number: (common.time(item.since), lasting(now - item.since)) for item in items}
    return framed(at_work, "waiting.html", "waiting", items=items, lasts=lasts, names=names(at_work))


@router.get("/orders/{number}")
def order(at_work: AtWork, number: str) -> Response:
    case = _case(at_work, number)
    at_work.opens(number)
    return _page(at_work, case)


@router.post("/orders/{number}/ask")
def ask(at_work: AtWork, number: str, fields: Fields) -> Response:
    """Moves nothing by itself, so it takes one."""
    if not at_work.member.may(Role.DECIDE, Role.PAY):
        raise NotYours
    made = at_work.desk.orders(at_work.number).ask(number)
    if isinstance(made, OrderProblem):
        at_work.say(made.sentence, True)
    else:
        at_work.did(HadAsked(), number)
        said = sentence(made.asked.detail) if made.asked else NOTHING
        at_work.say(Text("支付渠道答复：{said}。", said=said))
    return goes_to(at_work.request, waiting.order_path(number))


@router.post("/orders/{number}/sign")
def sign(at_work: AtWork, number: str, fields: Fields) -> Response:
    case = _case(at_work, number)
    problem = signed(at_work, Matter.order(case), fields)
    if problem:
        return _page(at_work, case, 422, problem=problem, typed=fields)
    return goes_to(at_work.request, waiting.order_path(number))


def _page(at_work: Worker, case: OrderCase, status: int = 200, **told: object) -> Response:
    desk, number, known = at_work.desk, case.order.number, names(at_work)
    waits = waiting.is_waiting(desk, case)
    log = common.in_order(
        orders.steps(case, known),
        common.from_desk(desk.staff.about(number), known),
        ahead=orders.what_follows(case) if waits else (),
    )
    return framed(
        at_work,
        "order.html",
        "waiting",
        status,
        case=case,
        happened=happened(case) if waits else Text("不用人办"),
        why=why(case, common.tile(case.order.channel).name) if waits else NOTHING,
        since=common.time(case.since),
        lasting=lasting(desk.now() - case.since) if waits else NOTHING,
        tile=common.tile(case.order.channel),
        facts=orders.facts(case),
        log=log,
        asked=_asked(case),
        sheet=Sheet.of(at_work, Matter.order(case), known, waiting.order_path(number)),
        **told,
    )


def _asked(case: OrderCase) -> Text:
    """When somebody had its network asked last, and what that said."""
    step = case.asked
    return Text("上次问：{at}，{said}", at=common.time(step.at), said=sentence(step.detail)) if step else NOTHING


def _case(at_work: Worker, number: str) -> OrderCase:
    case = at_work.desk.orders(at_work.number).case(number)
    if case is None:
        raise NotThere
    return case
