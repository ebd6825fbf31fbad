"""今日: what came of a day, another day, and its paper; and where visitors have got stuck lately."""

from domain.flows import staff_desk
from domain.flows.engine import Screen
from domain.flows.steps import Day, DayPaper, PickDay, Stuck
from domain.forms.fields import DayField
from domain.words import Text

FORM = "staff_day"
ON = DayField("on", Text("日期"))
ROWS = {
    "staff.day": Screen(
        Day(Text("今日"), FORM, ON, ("paper", "pick", *staff_desk.others(staff_desk.DAY))),
        {"paper": "staff.day_paper", "pick": "staff.day_on", **staff_desk.ways(staff_desk.DAY)},
        "S24",
        "staff",
    ),
    "staff.stuck": Screen(
        Stuck(Text("卡在哪"), staff_desk.others(staff_desk.STUCK)), staff_desk.ways(staff_desk.STUCK), "S31", "staff"
    ),
    "staff.day_on": Screen(PickDay(Text("换一天"), FORM, ON), {"picked": "staff.day"}, "S25", "staff"),
    "staff.day_paper": Screen(DayPaper(Text("日结单"), FORM, ON), {"done": "staff.day"}, "S26", "staff"),
}
