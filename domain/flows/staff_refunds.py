"""What two of the staff say about a refund: what its bank has done with it, or that it is back by the platform."""

from domain.flows.staff_two import of_two
from domain.forms import orders, settling
from domain.words import Text

SECOND = of_two(settling.SECOND_FORM, Text("两人一起记"), (), settling.button, settling.say)
SENT_BACK = of_two(
    settling.SENT_BACK_FORM,
    orders.SENT_BACK,
    (orders.REFUND_NUMBER, orders.REASON),
    settling.button,
    settling.sent_back,
)
