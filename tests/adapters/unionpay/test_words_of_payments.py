"""Words that UnionPay has for a payment beside "paid" and "not yet", and what is made of each (ACP 5.1.0, 应答码)."""

from datetime import timedelta

import pytest

from adapters.payments.unionpay.client import UnionPay
from domain.payment.network import Closed, Paid, Presented, QueryAnswer, Unclear, Waiting
from kit.simulators.payer import Ending, Source
from kit.simulators.unionpay.simulator import UnionPaySimulator
from tests.adapters.stand import Now
from tests.adapters.unionpay.stand import unionpay_order

ORDER = unionpay_order()


def tried(simulator: UnionPaySimulator, unionpay: UnionPay, source: Source, word: str) -> QueryAnswer:
    """What the client says of a payment that the payer has tried, where UnionPay has this word for it."""
    shown = unionpay.create(ORDER, "医疗保险")
    assert isinstance(shown, Presented)
    ending = simulator.pay(shown.code, source)
    assert (ending is Ending.PAID) == (source is Source.CARD)
    simulator.say(ORDER.number, word)
    return unionpay.query(ORDER)


def test_debited_after_its_time_it_is_paid(simulator: UnionPaySimulator, unionpay: UnionPay) -> None:
    assert isinstance(tried(simulator, unionpay, Source.CARD, "42"), Paid)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("45", "refunded elsewhere"),
        ("74", "debited, for people: 74"),
        ("75", "debited, for people: 75"),
        ("95", "unknown state: 95"),
    ],
    ids=["sent back", "write-off unknown", "write-off failed", "a word that nobody knows"],
)
def test_what_no_machine_may_decide_is_neither_paid_nor_closed(
    simulator: UnionPaySimulator, unionpay: UnionPay, now: Now, word: str, why: str
) -> None:
    assert tried(simulator, unionpay, Source.CARD, word) == Unclear(why)
    now.at += timedelta(days=1)
    assert (unionpay.query(ORDER), unionpay.close(ORDER)) == (Unclear(why), Unclear(why))


def test_a_card_that_cannot_pay_yet_is_one_failed_try(
    simulator: UnionPaySimulator, unionpay: UnionPay, now: Now
) -> None:
    assert tried(simulator, unionpay, Source.EMPTY_CARD, "76") == Waiting()
    now.at += timedelta(days=1)
    assert unionpay.query(ORDER) == Closed()
