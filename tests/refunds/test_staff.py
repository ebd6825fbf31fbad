"""What staff can do about an application by where it stands, and which way its money goes."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from domain.flows.catalogue import SCREENS
from domain.flows.engine import begin
from domain.flows.staff import TABLE as STAFF_TABLE
from domain.flows.staff import actions
from domain.flows.steps import Form, Listing
from domain.flows.steps.listing import Choose
from domain.flows.visit import Certifying, Identity, OnDuty, Visit
from domain.forms import staff
from domain.forms.asking import Done, Onward, Wrong
from domain.payment.network import RefundDone, Refused
from domain.refunds import events
from domain.refunds.application import Application, Case, Route
from domain.refunds.states import RefundState
from domain.terminal.duty import Duty
from domain.terminal.outages import Outages
from domain.terminal.staff import Answer, NotAdmitted, Verdict
from domain.words import Text
from tests.desk import on_duty
from tests.payment.hall import ZHANG
from tests.payment.test_cashier import NO_REFUND
from tests.refunds.bench import STAFF, Bench, draft_of


@dataclass
class Work:
    """A staff member who came in by the door, and what they can do with the only application there is."""

    outages: Outages
    at_work: OnDuty

    def cases(self) -> tuple[Case, ...]:
        return staff.cases(self.outages, self.at_work)

    def only(self) -> Case:
        (case,) = self.cases()
        return case

    def choice(self, action: str) -> Choose[Outages, OnDuty]:
        return next(one.choose for one in actions(self.only()) if one.id == action)

    def does(self, action: str) -> Done | Wrong | Onward[OnDuty]:
        """A button of it."""
        return self.choice(action)(self.outages, self.at_work, self.only().application.number)

    def offered(self) -> tuple[RefundState, list[str]]:
        return self.only().application.state, [action.label for action in actions(self.only())]


@pytest.fixture
def work(bench: Bench) -> Work:
    return Work(Outages(), OnDuty(on_duty(bench.hall)))


def test_to_a_bank_account(bench: Bench, work: Work) -> None:
    bench.applied(bench.item(bench.zhang))
    seen = [work.offered()]
    for action in ("take", "approve", "send", "give_back"):
        assert isinstance(work.does(action), Done)
        seen.append(work.offered())
    assert seen == [
        (RefundState.SUBMITTED, ["受理"]),
        (RefundState.TAKEN, ["通过", "不通过"]),
        (RefundState.APPROVED, ["退库"]),
        (RefundState.SENDING, ["已退费", "退回重审"]),
        (RefundState.TAKEN, ["通过", "不通过"]),
    ]
    for action in ("approve", "send", "pay_out"):
        assert isinstance(work.does(action), Done)
    assert work.cases() == ()


def test_what_goes_back_by_itself_is_left_alone(bench: Bench, work: Work) -> None:
    bench.applied(bench.item(bench.zhang, bench.pay().bills[0].period.key))
    work.does("take")
    (approve, _) = actions(work.only())
    assert "由终端原路退回" in approve.confirm
    work.does("approve")
    assert (work.offered(), work.only().by_network) == ((RefundState.APPROVED, []), True)
    bench.network.will(NO_REFUND, ("refund", RefundDone()))
    assert [application.state for application in bench.round()] == [RefundState.PAID_OUT]


def test_what_its_network_does_not_take_goes_to_the_bank_account(bench: Bench, work: Work) -> None:
    bench.applied(bench.item(bench.zhang, bench.pay().bills[0].period.key))
    work.does("take")
    work.does("approve")
    bench.network.will(NO_REFUND, ("refund", Refused("NOT_ENOUGH")))
    bench.round()
    (approve, _) = actions(work.only())
    assert "原支付渠道没有退成" in approve.confirm and work.only().came_back
    work.does("approve")
    assert work.only().application.route is Route.BANK
    assert work.offered() == (RefundState.APPROVED, ["退库"])


def test_a_refusal_needs_its_reason_and_comes_back_to_the_list(bench: Bench, work: Work) -> None:
    number = bench.applied(bench.item(bench.zhang)).number
    work.does("take")
    told = work.does("refuse")
    assert isinstance(told, Onward) and (told.outcome, told.given.application) == ("refuse", number)
    assert staff.refuse(work.outages, told.given, {"reason": "  "}) == Wrong(Text("请填写审核不通过的原因"))
    refused = staff.refuse(work.outages, told.given, {"reason": "户名与缴费人不一致"})
    assert isinstance(refused, Onward) and refused.given.remark.startswith(number)
    again = staff.refuse(work.outages, told.given, {"reason": "户名与缴费人不一致"})
    assert again == Wrong(Text("该申请的状态是“审核不通过”，不能审核不通过"))
    last = bench.office.history(number)[-1]
    assert (last.event, last.who) == (events.Refused, STAFF)


@pytest.mark.parametrize("overtaken", ["take", "approve"])
def test_what_is_withdrawn_meanwhile_is_told(bench: Bench, work: Work, overtaken: str) -> None:
    application = bench.applied(bench.item(bench.zhang))
    if overtaken == "approve":
        work.does("take")
    choose = work.choice(overtaken)
    assert isinstance(bench.desk.withdraw(application.number, bench.zhang), Application)
    answer = choose(work.outages, work.at_work, application.number)
    assert isinstance(answer, Wrong) and "已撤回" in answer.problem


def test_what_the_visitor_explained_is_read_before_it_is_decided(bench: Bench, work: Work) -> None:
    bench.desk.apply(draft_of(bench.item(bench.zhang), why="在老家缴过了。"))
    work.does("take")
    (approve, _) = actions(work.only())
    assert approve.confirm.startswith("退费说明：在老家缴过了。")
    assert "6222 **** **** 3446" in approve.confirm


def test_being_on_duty_cannot_be_made(bench: Bench) -> None:
    """Neither by hand, nor out of somebody else's."""
    duty = on_duty(bench.hall)
    with pytest.raises(NotAdmitted):
        Duty(STAFF, bench.office, duty.orders)
    with pytest.raises(NotAdmitted):
        replace(duty, number="0001")


@pytest.mark.parametrize("at", [at for at in STAFF_TABLE.screens if at != STAFF_TABLE.start])
@pytest.mark.parametrize("filled", [{}, {"staff": {"number": STAFF, "pin": "507291"}}], ids=["nothing", "a form"])
def test_without_it_no_staff_screen_is_given_what_it_works_on(
    bench: Bench, at: str, filled: dict[str, dict[str, str]]
) -> None:
    """However a visit came there: begun there, put together by hand, or with a visitor's own business."""
    step, person = SCREENS[at].step, bench.hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert isinstance(step, Form | Listing) and person
    for visit in (
        begin(at).visit,
        Visit("staff", filled),
        Visit("staff", filled, Identity(person, logged_in=True)),
        Visit("staff", filled, Identity(person), Certifying(person)),
    ):
        with pytest.raises(NotAdmitted):
            step.scope.take(visit)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer(Verdict.WRONG), "工号或口令不对，请检查。"),
        (Answer(Verdict.WRONG, timedelta(seconds=15)), "工号或口令不对。请等 15 秒再试。"),
        (Answer(Verdict.WRONG, timedelta(seconds=120)), "工号或口令不对。请等 2 分钟再试。"),
        (Answer(Verdict.EARLY, timedelta(seconds=119)), "还要等 1 分 59 秒才能再试，这一次没有核对口令。"),
        (Answer(Verdict.LOCKED), "这个工号连续输错太多次，已经锁定，请系统管理员在后台解锁。"),
        (Answer(Verdict.CLOSED), "工作人员登录现在不能用，请系统管理员查看日志。"),
    ],
)
def test_why_nobody_is_admitted_and_how_long_to_wait(answer: Answer, sentence: str) -> None:
    assert staff.refusal(answer) == sentence
