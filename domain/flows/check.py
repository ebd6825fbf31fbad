"""查验证明: whoever holds a paper may ask whether it was issued here. Not in the guide; offered by help at Home."""

from domain.flows.engine import END, Screen, Table
from domain.flows.steps import Form, Listing
from domain.forms import checking
from domain.forms.scopes import CHECKS
from domain.words import Text

START = "check"

TABLE = Table(
    START,
    "check.paper",
    {
        "check.paper": Screen(
            Form(
                CHECKS,
                checking.FORM,
                Text("查验证明"),
                (checking.NUMBER, checking.CODE),
                Text("查验"),
                checking.check,
                ("found",),
                lead=Text("请对照纸上的号码和验证码填写"),
                advice=Text("只能查验本机开具的缴费证明和完税证明"),
            ),
            {"found": "check.found"},
            "K10",
            "check",
        ),
        "check.found": Screen(
            Listing(
                CHECKS,
                Text("查验结果"),
                checking.found,
                checking.NOT_OURS,
                ("done", "again"),
                other=Text("再查一张"),
                begin=checking.again,
            ),
            {"done": END, "again": "check.paper"},
            "K11",
            "check",
        ),
    },
)
