"""The box at the top: a terminal, an order or an application by its number."""

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk import waiting
from bureau.desk.pages import goes_to
from bureau.desk.who import AtWork, Fields, Worker
from domain.words import Text

router = APIRouter()
NOTHING_FOUND = Text("没有找到这个编号的终端、订单或退费申请")


@router.post("/find")
def find(at_work: AtWork, fields: Fields) -> Response:
    """By a form: whatever somebody types there, also a person's number, stands in no address."""
    path = _path(at_work, fields.get("number", "").strip().upper())
    if path is None:
        at_work.say(NOTHING_FOUND, True)
    return goes_to(at_work.request, path or "/")


def _path(at_work: Worker, number: str) -> str | None:
    desk = at_work.desk
    if any(one.name == number for one in desk.parts.fleet.terminals()):
        return f"/?terminal={number}"
    if known := desk.parts.store.orders.known_as(number):
        return waiting.order_path(known[0].number)
    return waiting.refund_path(number) if desk.refunds("").case(number) else None
