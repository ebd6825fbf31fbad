"""What two of the staff say about a refund: what its bank has done, or that it is back, or never went."""

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
NEVER_SENT = of_two(
    settling.NEVER_SENT_FORM,
    settling.NEVER_SENT,
    (orders.REASON,),
    settling.ending(settling.NEVER_SENT),
    settling.never_sent,
)
