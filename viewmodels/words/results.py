"""What every result of a payment says, whoever it was for."""

from datetime import tzinfo

from domain.payment.order import Order
from domain.words import Text

NOTES = Text("注意事项")
KEEP = Text("可以用手机拍下本页，留作凭证")
DONE = Text("结束，退出")
"""On the filled button: who presses on by habit leaves nothing open."""
ANOTHER = Text("再办一件")
"""Something else, without saying again who one is."""


def paid_at(order: Order, zone: tzinfo | None) -> str:
    """To the second, in the hall's time; empty where the network has not said."""
    return f"{order.paid_at.astimezone(zone):%Y-%m-%d %H:%M:%S}" if order.paid_at else ""
