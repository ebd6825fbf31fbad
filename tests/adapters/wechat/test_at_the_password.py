"""A payer who is at the password: the order is neither paid nor to be closed, and money that comes then is found."""

from adapters.payments.wechat.client import WeChatPay
from domain.payment.network import Closed, Paid, Presented, Waiting
from kit.simulators.payer import Ending, Source
from kit.simulators.wechat.simulator import WeChatSimulator
from tests.adapters.stand import an_order

ORDER = an_order()


def presented(wechat: WeChatPay) -> str:
    shown = wechat.create(ORDER, "养老保险")
    assert isinstance(shown, Presented)
    return shown.code


def test_who_pays_just_now_is_waited_for(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    code = presented(wechat)
    simulator.ledger.type(ORDER.number, typing=True)
    assert (wechat.query(ORDER), wechat.close(ORDER)) == (Waiting(), Waiting())
    assert simulator.pay(code, Source.CARD) is Ending.PAID
    assert isinstance(wechat.query(ORDER), Paid)


def test_who_puts_the_phone_away_can_be_closed(simulator: WeChatSimulator, wechat: WeChatPay) -> None:
    code = presented(wechat)
    simulator.ledger.type(ORDER.number, typing=True)
    simulator.ledger.type(ORDER.number, typing=False)
    assert wechat.close(ORDER) == Closed()
    assert simulator.pay(code, Source.CARD) is Ending.EXPIRED
