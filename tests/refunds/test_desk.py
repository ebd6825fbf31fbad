"""Applying, seeing and withdrawing: what is listed, what is refused and in which words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill, Payment, Standing
from domain.ports import TaxSystem, Unreachable
from domain.refunds.application import Draft, Ground, Kind, Refundable, Route
from domain.refunds.events import Approved, PaidOut, RefundEvent, Refused, Returned, Sent, Taken, Withdrawn
from domain.refunds.problems import NO_SUCH, Reason, RefundProblem
from domain.refunds.states import RefundState
from domain.words import Text
from tests.happening import some
from tests.payment.hall import LI, NOON, Mood, MoodyTax, bill_of
from tests.refunds.bench import ACCOUNT, STAFF, Bench, done, draft_of, other_person

NEXT_YEAR = Bill(1, Scheme.RESIDENT, Insurance.MEDICAL, Period(2027), "520102M", "window", None, Fen(40000))


def reason(answer: object) -> Reason:
    assert isinstance(answer, RefundProblem), answer
    assert answer.sentence
    return answer.reason


def test_the_list(bench: Bench) -> None:
    order = bench.pay()
    listed = bench.desk.refundable(bench.zhang)
    assert (listed[0].period, listed[0].order, listed[0].kind) == (Period(2026, 11), order.number, Kind.NORMAL)
    assert [(i.insurance, i.period.key) for i in listed[1:3]] == [("pension", "2026-10"), ("medical", "2026-10")]
    assert all(item.voucher and item.fen == item.left > 0 for item in listed)
    assert bench.desk.refundable(bench.hall.person(LI)) == ()


def test_what_is_personal_is_in_no_traceback(bench: Bench) -> None:
    """Nor in whatever else shows a value as Python does."""
    order = bench.pay()
    item = next(item for item in bench.desk.refundable(bench.zhang) if item.order == order.number)
    draft = draft_of(item, why="重复缴了", account=ACCOUNT)
    shown = repr(bench.desk.apply(draft)) + repr(draft)
    told = (draft.phone, draft.applicant, draft.explanation, ACCOUNT.number, ACCOUNT.holder)
    assert all(told) and not [one for one in told if one in shown]


@dataclass(frozen=True)
class Saying:
    """A tax system that tells of every payment with something changed."""

    behind: TaxSystem
    change: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.behind, name)

    def payments(self, person: int) -> tuple[Payment, ...]:
        return tuple(replace(payment, **self.change) for payment in self.behind.payments(person))


@pytest.mark.parametrize(
    ("change", "is_listed"),
    [
        ({}, True),
        ({"standing": Standing.PENDING}, False),
        ({"standing": Standing.REFUND_DUE}, False),
        ({"standing": Standing.REFUNDED}, False),
        ({"voucher": ""}, False),
        ({"fen": None}, False),
        ({"paid_at": None}, False),
    ],
)
def test_only_what_is_entered_and_known_is_listed(bench: Bench, change: dict[str, Any], is_listed: bool) -> None:
    bench.pay()
    desk = replace(bench.desk, tax=cast(TaxSystem, Saying(bench.desk.tax, change)))
    assert bool(desk.refundable(bench.zhang)) == is_listed


def test_arrears_are_special(bench: Bench) -> None:
    li = bench.hall.person(LI)
    bench.hall.store.tax.post("GZ1", (bill_of(li, 9),), NOON, "wechat")
    assert [item.kind for item in bench.desk.refundable(li)] == [Kind.SPECIAL]


def test_the_day_is_the_halls(bench: Bench) -> None:
    """Paid at 20:00 UTC on the last of November is paid in December in Guizhou, after its month."""
    li = bench.hall.person(LI)
    bench.hall.store.tax.post("GZ1", (bill_of(li, 11),), datetime(2026, 11, 30, 20, tzinfo=UTC), "wechat")
    assert bench.item(li).kind is Kind.NORMAL
    bench.hall.now = datetime.fromisoformat("2026-12-02T09:00:00+08:00")
    assert bench.item(li).kind is Kind.SPECIAL


def test_what_was_applied_for_is_kept_as_it_was_said(bench: Bench) -> None:
    order = bench.pay()
    bench.hall.now = datetime.fromisoformat("2026-12-31T23:59:00+08:00")
    draft = draft_of(bench.item(bench.zhang), 500_00, Ground.OTHER, "多缴了一次")
    applied = done(bench.desk.apply(draft))
    assert applied.draft == draft
    assert (applied.number, applied.state, applied.route) == ("TF2026000001", RefundState.SUBMITTED, Route.NETWORK)
    assert (applied.kind, applied.draft.item.order, applied.applied_at) == (Kind.NORMAL, order.number, bench.hall.now)
    assert bench.desk.of(bench.zhang) == (applied,)
    bench.hall.now = datetime.fromisoformat("2027-01-01T00:01:00+08:00")
    next_one = bench.applied(bench.item(bench.zhang))
    assert next_one.number == "TF2027000001"
    assert bench.desk.of(bench.zhang) == (next_one, applied)
    assert next_one.route is Route.BANK


def test_what_is_applied_for_leaves_the_list_and_comes_back_when_withdrawn(bench: Bench) -> None:
    item = bench.item(bench.zhang)
    applied = bench.applied(item)
    assert item not in bench.desk.refundable(bench.zhang)
    again = bench.desk.apply(draft_of(item))
    assert again == RefundProblem(
        Reason.ALREADY_APPLIED, Text("这笔缴费已有退费申请（TF2026000001）正在办理，不能重复申请")
    )
    withdrawn = done(bench.desk.withdraw(applied.number, bench.zhang))
    assert (withdrawn.state, withdrawn.ended_at) == (RefundState.WITHDRAWN, bench.hall.now)
    assert bench.desk.refundable(bench.zhang)[0] == item
    assert bench.applied(item).number == "TF2026000002"


def test_parts_until_nothing_is_left(bench: Bench) -> None:
    item = bench.item(bench.zhang)
    for asked, left in ((300_00, item.fen - 300_00), (item.fen - 300_00, 0)):
        applied = bench.applied(item, asked)
        bench.approved(applied)
        done(bench.office.send(applied.number))
        done(bench.office.pay_out(applied.number))
        if left:
            item = bench.item(bench.zhang, item.period.key)
            assert (item.applied, item.left) == (300_00, left)
            assert reason(bench.desk.apply(draft_of(item, left + 1))) is Reason.TOO_MUCH
    assert item.bill not in {i.bill for i in bench.desk.refundable(bench.zhang)}
    spent = bench.desk.apply(draft_of(item, 1))
    assert spent == RefundProblem(Reason.TOO_MUCH, Text("最多可以退 0.00 元"))


CASES: list[tuple[Callable[[Refundable], Draft], Reason]] = [
    (lambda item: draft_of(item, 0), Reason.NOT_POSITIVE),
    (lambda item: draft_of(item, -1), Reason.NOT_POSITIVE),
    (lambda item: draft_of(item, item.fen + 1), Reason.TOO_MUCH),
    (lambda item: draft_of(replace(item, fen=Fen(10**9)), 10**9), Reason.TOO_MUCH),
    (lambda item: replace(draft_of(item), person=item.person + 1), Reason.NOT_YOURS),
    (lambda item: draft_of(other_person(item)), Reason.NOT_PAID),
    (lambda item: draft_of(replace(item, period=Period(2030, 1))), Reason.NOT_PAID),
    (lambda item: draft_of(item, ground=Ground.EMIGRATED), Reason.NOT_ELIGIBLE),
    (lambda item: draft_of(item, ground=Ground.OTHER), Reason.NO_EXPLANATION),
    (lambda item: draft_of(item, ground=Ground.OTHER, why="  "), Reason.NO_EXPLANATION),
    (lambda item: draft_of(item, ground=Ground.OTHER, why="长" * 201), Reason.NO_EXPLANATION),
]


@pytest.mark.parametrize(("draft", "expected"), CASES)
def test_what_is_not_taken(bench: Bench, draft: Callable[[Refundable], Draft], expected: Reason) -> None:
    assert reason(bench.desk.apply(draft(bench.item(bench.zhang)))) is expected
    assert bench.desk.of(bench.zhang) == ()
    assert bench.applied(bench.item(bench.zhang)).number == "TF2026000001"


def test_resident_medical_until_its_year_begins(bench: Bench) -> None:
    bench.hall.store.tax.post("GZ1", (NEXT_YEAR,), NOON, "wechat")
    bench.hall.now = datetime.fromisoformat("2026-12-31T23:00:00+08:00")
    item = bench.item(1, "2027")
    bench.hall.now = datetime.fromisoformat("2027-01-01T00:00:00+08:00")
    assert item not in bench.desk.refundable(1)
    late = bench.desk.apply(draft_of(item))
    assert late == RefundProblem(Reason.NOT_ELIGIBLE, Text("2027年城乡居民医疗保险的待遇期已经开始，不能退费"))


def test_a_tax_system_that_does_not_answer(bench: Bench) -> None:
    item = bench.item(bench.zhang)
    tax = _Silent(bench.hall.store.tax, Mood.DOWN)
    desk = replace(bench.desk, tax=tax)  # type: ignore[arg-type]
    with pytest.raises(Unreachable):
        desk.refundable(bench.zhang)
    with pytest.raises(Unreachable):
        desk.apply(draft_of(item))
    assert bench.desk.of(bench.zhang) == ()


class _Silent(MoodyTax):
    def payments(self, person: int) -> object:
        raise Unreachable


class TestWithdrawing:
    def test_only_ones_own(self, bench: Bench) -> None:
        applied = bench.applied(bench.item(bench.zhang))
        assert bench.desk.withdraw(applied.number, bench.zhang + 1) == NO_SUCH
        assert bench.desk.withdraw("TF2026999999", bench.zhang) == NO_SUCH
        assert bench.hall.store.refunds.get(applied.number) == applied

    @pytest.mark.parametrize(
        ("way", "state", "sentence"),
        [
            ([], RefundState.WITHDRAWN, ""),
            ([Taken], RefundState.WITHDRAWN, ""),
            ([Taken, Approved], RefundState.APPROVED, "该申请的状态是“审核通过”，不能撤回"),
            ([Taken, Approved, Sent], RefundState.SENDING, "该申请的状态是“退库中”，不能撤回"),
            (
                [Taken, Approved, Sent, PaidOut],
                RefundState.PAID_OUT,
                "该申请的状态是“已退费”，不能撤回",
            ),
            ([Taken, Approved, Sent, Returned], RefundState.WITHDRAWN, ""),
            ([Taken, Refused], RefundState.REFUSED, "该申请的状态是“审核不通过”，不能撤回"),
            ([Withdrawn], RefundState.WITHDRAWN, "该申请的状态是“已撤回”，不能撤回"),
        ],
    )
    def test_until_it_is_approved(
        self, bench: Bench, way: list[type[RefundEvent]], state: RefundState, sentence: str
    ) -> None:
        applied = bench.applied(bench.item(bench.zhang))
        for event in way:
            applied = bench.hall.store.refunds.move(applied, some(event), NOON, STAFF)
        answer = bench.desk.withdraw(applied.number, bench.zhang)
        assert (answer.sentence if isinstance(answer, RefundProblem) else "") == sentence
        assert bench.hall.store.refunds.get(applied.number).state is state
