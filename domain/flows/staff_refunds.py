"""What two of the staff say about a refund: what its bank has done with it, or that it is back by the platform."""

from domain.flows.staff_orders import TWO_PEOPLE
from domain.flows.steps import Form
from domain.forms import orders, settling, two
from domain.forms.scopes import TWO
from domain.words import Text

SECOND = Form(
    TWO,
    settling.SECOND_FORM,
    Text("两人一起记"),
    (two.SECOND, two.SECOND_PIN),
    settling.button,
    settling.say,
    ("settled",),
    lead=TWO_PEOPLE,
    about=True,
)
SENT_BACK = Form(
    TWO,
    settling.SENT_BACK_FORM,
    orders.SENT_BACK,
    (orders.REFUND_NUMBER, orders.REASON, two.SECOND, two.SECOND_PIN),
    settling.button,
    settling.sent_back,
    ("settled",),
    lead=TWO_PEOPLE,
    about=True,
)
