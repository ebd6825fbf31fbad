"""Words that the store and its log of orders have been written with, and what staff read who end one."""

import pytest

from domain.payment import office, pace
from domain.payment.events import PostedByHand, SentBack
from domain.payment.life import EVENTS, TRANSITIONS
from domain.payment.network import Absent, QueryAnswer, RefundDone, Refused, Unclear, Waiting
from domain.payment.proofs import is_proof
from domain.payment.said import sentence, word
from domain.payment.states import OrderState

EVENT_WORDS = (
    "add present refuse no_answer pay close expire waiting give_up still_unpaid post refuse_posting find_duplicate owe "
    "refund ask send_back post_by_hand"
)
STATE_WORDS = (
    "created presented unknown expiring closed unpaid paid late_success posted posting_failed duplicate refund_due "
    "refunded manual_review sent_back posted_by_hand"
)
EDGES = """
    None: add created
    created: present presented, refuse closed, no_answer unknown, pay paid, close closed, expire expiring
    presented: pay paid, no_answer unknown, close closed, expire expiring
    unknown: present presented, refuse closed, waiting presented, pay paid, close closed, expire expiring
    expiring: pay paid, close closed, give_up manual_review
    closed: pay late_success, still_unpaid unpaid
    unpaid: pay late_success
    paid: post posted, refuse_posting posting_failed, find_duplicate duplicate
    late_success: post posted, refuse_posting posting_failed, find_duplicate duplicate
    posting_failed: owe refund_due
    duplicate: owe refund_due
    refund_due: refund refunded, ask refund_due, send_back sent_back, post_by_hand posted_by_hand
    posted:
    refunded:
    manual_review: pay paid, close closed, ask manual_review, send_back sent_back, post_by_hand posted_by_hand
    sent_back:
    posted_by_hand:
"""
PROBLEMS = {
    "NO_SUCH": ("NO_SUCH", "没有找到这笔付款"),
    "MOVED_ON": ("MOVED_ON", "这笔付款已经有了结果，不用再办"),
    "NO_PROOF": ("NO_PROOF", "单号不对：应是 8 到 32 位字母和数字，请核对"),
    "NO_REASON": ("NO_REASON", "请写明为什么这样办"),
    "SPOKEN": ("SPOKEN", "支付渠道刚刚有了明确答复，机器已按它办理，不能再手工记。"),
    "ON_ITS_WAY": ("ON_ITS_WAY", "支付渠道正在退这笔钱，请等它办完。"),
    "NOT_SURE": ("ON_ITS_WAY", "支付渠道没有说清这笔钱是不是正在退，现在不能记，请过一会儿再办。"),
    "OTHER_PROOF": ("NO_PROOF", "单号对不上：应是这笔退款在商户平台的单号，请核对"),
    "OTHER_VOUCHER": (
        "OTHER_VOUCHER",
        "税务系统对不上：这笔费用已由别的凭证入库，或者这个凭证号码是别的缴费的，请核对。",
    ),
}

SAID = {
    "Waiting": "还没有付款",
    "Paid": "已经付款",
    "Closed": "没有付款，已经关闭",
    "Absent": "没有这笔订单",
    "RefundPending": "正在退款",
    "RefundDone": "已经退回付款人",
    "RefundAbnormal": "退款异常，钱还在支付渠道",
    "RefundClosed": "退款被关闭，没有退",
    "RefundFailed": "退款没有退成",
    "RefundShort": "商户余额不足，没有退",
    "NoRefund": "没有这笔退款",
    "Refused": "没有退款，或者不予退款",
    "Unclear": "没有明确答复",
    "Unclear: timeout": "没有应答",
    "Unclear: refunded elsewhere": "付过款，钱已经从别处退回，或者正在退",
    "Unclear: not in use here": "这个支付渠道本机已经不用",
}


def test_a_word_stays_as_it_was_written() -> None:
    assert " ".join(EVENTS) == EVENT_WORDS
    assert " ".join(OrderState) == STATE_WORDS


def test_each_event_leads_where_it_does() -> None:
    lines = [
        f"{before}: {', '.join(f'{event.word} {then}' for event, then in edges.items())}".rstrip()
        for before, edges in TRANSITIONS.items()
    ]
    assert lines == [line.strip() for line in EDGES.strip().splitlines()]


def test_what_a_network_has_said() -> None:
    assert {word: sentence(word) for word in SAID} == SAID


@pytest.mark.parametrize(
    ("answer", "of_refund", "written"),
    [
        (Waiting(), {}, "Waiting"),
        (Absent(), {}, "Absent"),
        (Absent(), {"of_refund": False}, "Absent"),
        (Absent(), {"of_refund": True}, "NoRefund"),
        (RefundDone(), {"of_refund": True}, "RefundDone"),
        (Refused("NOT_ENOUGH"), {}, "Refused: NOT_ENOUGH"),
        (Unclear("timeout"), {"of_refund": True}, "Unclear: timeout"),
        (Unclear(""), {}, "Unclear"),
    ],
)
def test_how_an_answer_is_written_down(answer: QueryAnswer, of_refund: dict[str, bool], written: str) -> None:
    assert word(answer, **of_refund) == written


def test_what_can_be_a_proof() -> None:
    assert [length for length in range(40) if is_proof("5" * length)] == list(range(8, 33))


def test_how_often_a_network_is_asked() -> None:
    """By the documents: WeChat Pay 4012552567, UnionPay's demonstration."""
    assert pace.Pace((2.0,) * 30 + (5.0, 15.0, 30.0), (5.0, 15.0, 30.0, 60.0, 300.0, 1800.0)) == pace.USUAL
    doubled: tuple[float, ...] = (1, 2, 4, 8, 16, 32)
    assert pace.Pace(doubled, (*doubled, 60, 300, 1800)) == pace.DOUBLED


def test_why_people_ended_it_is_not_to_be_read_by_the_way() -> None:
    ends = (SentBack("50000408942018111907145868882", "资料不全"), PostedByHand("5201990000000000042", "资料不全"))
    assert not any("资料不全" in repr(end) for end in ends)


def test_why_nothing_was_done() -> None:
    for name, (reason, says) in PROBLEMS.items():
        problem = getattr(office, name)
        assert (problem.reason.name, problem.sentence) == (reason, says)
