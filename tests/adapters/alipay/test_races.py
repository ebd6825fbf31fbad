"""Many at once: the simulator's books stay right, and one client serves several threads."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from adapters.payments.alipay.client import Alipay
from domain.payment.network import Closed, Paid, Presented, RefundDone, RefundPending, Waiting
from domain.payment.order import Order
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.payer import Ending, Source
from tests.adapters.alipay.stand import order_of
from tests.adapters.stand import FEN, NUMBER, a_refund

AT_ONCE = 8


def shown(alipay: Alipay, order: Order) -> str:
    answer = alipay.create(order, "医疗保险")
    assert isinstance(answer, Presented)
    return answer.code


def test_many_phones_pay_one_code_once(simulator: AlipaySimulator, alipay: Alipay) -> None:
    code, together = shown(alipay, order_of()), Barrier(AT_ONCE)

    def pay(_: int) -> Ending:
        together.wait()
        simulator.scan(code)
        return simulator.pay(code, Source.CARD)

    with ThreadPoolExecutor(AT_ONCE) as phones:
        endings = sorted(phones.map(pay, range(AT_ONCE)))
    assert endings == [Ending.ALREADY_PAID] * (AT_ONCE - 1) + [Ending.PAID]
    assert simulator.wallet.balances[Source.CARD] == 50_000_00 - FEN


@pytest.mark.parametrize("turn", range(8))
def test_a_trade_is_paid_or_closed_and_never_both(simulator: AlipaySimulator, alipay: Alipay, turn: int) -> None:
    order, together = order_of(f"{NUMBER}{turn}"), Barrier(2)
    code = shown(alipay, order)
    simulator.scan(code)

    def pay() -> Ending:
        together.wait()
        return simulator.pay(code, Source.CARD)

    def close() -> object:
        together.wait()
        return alipay.close(order)

    with ThreadPoolExecutor(2) as both:
        phone, till = both.submit(pay), both.submit(close)
    if phone.result() is Ending.PAID:
        assert till.result() == Waiting()
        assert isinstance(alipay.query(order), Paid)
    else:
        assert (phone.result(), till.result()) == (Ending.EXPIRED, Closed())
        assert alipay.query(order) == Closed()


def test_one_refund_asked_for_many_times_at_once_is_made_once(simulator: AlipaySimulator, alipay: Alipay) -> None:
    simulator.pay(shown(alipay, order_of()), Source.CARD)
    with ThreadPoolExecutor(AT_ONCE) as tills:
        answers = list(tills.map(lambda _: alipay.refund(order_of(), a_refund()), range(AT_ONCE)))
    assert answers.count(RefundDone()) == 1
    assert answers.count(RefundPending()) == AT_ONCE - 1
    assert simulator.wallet.balances[Source.CARD] == 50_000_00


def test_one_client_serves_several_threads(simulator: AlipaySimulator, alipay: Alipay) -> None:
    orders = [order_of(f"{NUMBER}{turn}") for turn in range(2 * AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as threads:
        codes = list(threads.map(lambda order: shown(alipay, order), orders))
    assert len(set(codes)) == len(orders)
    assert all(simulator.cancel(code) for code in codes)
