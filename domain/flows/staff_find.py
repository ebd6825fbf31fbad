"""查询: an order by its number, its life, and its slip once more."""

from domain.flows import staff_desk
from domain.flows.engine import Screen
from domain.flows.steps import Form, FoundOrders
from domain.forms import find
from domain.forms.scopes import STAFF
from domain.words import Text

FIND = Form(
    STAFF,
    find.FORM,
    Text("查询"),
    (find.TAIL,),
    Text("查询"),
    find.find,
    ("found", *staff_desk.others(staff_desk.FIND)),
    lead=Text("凭条上的流水号，或者列表里的单号，最后几位数字"),
)
ROWS = {
    "staff.find": Screen(FIND, {"found": "staff.found", **staff_desk.ways(staff_desk.FIND)}, "S27", "staff"),
    "staff.found": Screen(FoundOrders(Text("查询结果")), {"done": "staff.find"}, "S28", "staff"),
}
