"""What staff can do about an application by where it stands, and which way its money goes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from domain.flows.catalogue import SCREENS
from domain.flows.engine import begin
from domain.flows.refund_cases import ways
from domain.flows.staff import TABLE as STAFF_TABLE
from domain.flows.steps import Cases, Form
from domain.flows.steps.listing import Choose
from domain.flows.visit import Certifying, Identity, OnDuty, Visit
from domain.forms import cases, settling, staff
from domain.forms.asking import Done, Onward, Wrong
from domain.payment.network import (
    RefundAbnormal,
    RefundClosed,
    RefundDone,
    RefundFailed,
    RefundPending,
    RefundShort,
    Refused,
    Unclear,
)
from domain.refunds import events
from domain.refunds.application import Application, Ground, Route
from domain.refunds.cases import RefundCase
from domain.refunds.states import RefundState
from domain.terminal.duty import Duty, StaffDoor
from domain.terminal.outages import Outages
from domain.terminal.staff import Answer, NotAdmitted, Verdict
from domain.words import Text
from kit.people.staff import DEMO_PIN, SECOND_PIN
from tests.desk import SECOND, door_of, on_duty
from tests.payment.hall import ZHANG
from tests.payment.test_cashier import NO_REFUND
from tests.refunds.bench import ACCOUNT, STAFF, Bench, done, draft_of
from viewmodels.words import refund_cases

TWO = {"second": SECOND, "second_pin": SECOND_PIN}


@dataclass
class Work:
    """A staff member who came in by the door, and what they can do with the only application there is."""

    outages: Outages
    at_work: OnDuty
    door: StaffDoor

    def cases(self) -> tuple[RefundCase, ...]:
        return cases.cases(self.outages, self.at_work)

    def only(self) -> RefundCase:
        (case,) = self.cases()
        return case

    def choice(self, action: str) -> Choose[Outages, OnDuty]:
        return next(one.choose for one in ways(self.only()) if one.id == action)

    def does(self, action: str) -> Done | Wrong | Onward[OnDuty]:
        """A button of it."""
        return self.choice(action)(self.outages, self.at_work, self.only().application.number)

    def says(self, action: str) -> Wrong | Onward[OnDuty]:
        """A button of it that takes two, and the second one's PIN."""
        asked = self.does(action)
        assert isinstance(asked, Onward) and asked.outcome == "second"
        return settling.say(self.door, asked.given, TWO)

    def offered(self) -> tuple[RefundState, list[str]]:
        return self.only().application.state, [way.label for way in ways(self.only())]


@pytest.fixture
def work(bench: Bench) -> Work:
    return Work(Outages(), OnDuty(on_duty(bench.hall)), door_of(bench.hall))


def test_to_a_bank_account(bench: Bench, work: Work) -> None:
    bench.applied(bench.item(bench.zhang))
    seen = [work.offered()]
    for action in ("take", "approve", "send", "give_back", "approve", "send", "pay_out", "came_back"):
        if action in settling.WORDS:
            told = work.says(action)
            assert isinstance(told, Onward) and told.given.remark.startswith(work.only().application.number)
        else:
            assert isinstance(work.does(action), Done)
        seen.append(work.offered())
    once = [
        (RefundState.TAKEN, ["通过", "不通过"]),
        (RefundState.APPROVED, ["退库"]),
        (RefundState.SENDING, ["已退费", "退回重审"]),
    ]
    paid, again = (RefundState.PAID_OUT, ["银行退回"]), once[0]
    assert seen == [(RefundState.SUBMITTED, ["受理"]), *once, *once, paid, again]


def test_what_goes_back_by_itself_is_left_alone(bench: Bench, work: Work) -> None:
    bench.applied(bench.item(bench.zhang, bench.pay().bills[0].period.key))
    work.does("take")
    (approve, _) = ways(work.only())
    assert "由终端原路退回付款人" in approve.says
    work.does("approve")
    assert (work.offered(), work.only().by_network) == ((RefundState.APPROVED, []), True)
    bench.network.will(NO_REFUND, ("refund", RefundDone()))
    assert [application.state for application in bench.round()] == [RefundState.PAID_OUT]
    assert work.cases() == ()


@pytest.fixture
def sent(bench: Bench, work: Work) -> Callable[..., RefundCase]:
    """What lies before staff once its network has said what it says."""

    def send(*said: tuple[str, object]) -> RefundCase:
        bench.applied(bench.item(bench.zhang, bench.pay().bills[0].period.key))
        work.does("take")
        work.does("approve")
        bench.network.will(*said)
        bench.round()
        return work.only()

    return send


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ([("query_refund", RefundPending())], []),
        ([("query_refund", Unclear("x")), ("refund", Unclear("x"))], []),
        ([("query_refund", RefundAbnormal("5000"))], ["填写收款账户"]),
        ([("query_refund", RefundClosed())], ["改由人工办理"]),
        ([NO_REFUND, ("refund", RefundShort("NOT_ENOUGH"))], ["改由人工办理"]),
        ([NO_REFUND, ("refund", Refused("USER_ACCOUNT_ABNORMAL"))], ["填写收款账户", "通过", "不通过"]),
        ([("query_refund", RefundFailed("61"))], ["填写收款账户", "通过", "不通过"]),
    ],
    ids=["under way", "silent", "abnormal", "closed", "short", "refused", "failed"],
)
def test_what_can_be_done_by_each_word_of_its_network(
    sent: Callable[..., RefundCase], said: list[tuple[str, object]], labels: list[str]
) -> None:
    """No second way as long as the first is open; what has ended for good people take over."""
    assert [way.label for way in ways(sent(*said))] == labels


BROUGHT = {"bank": "ICBC", "account": "6222020200112233446", "holder": "张建国"}


def test_what_failed_for_good_goes_to_the_account_that_was_brought(
    bench: Bench, work: Work, sent: Callable[..., RefundCase]
) -> None:
    case = sent(NO_REFUND, ("refund", Refused("USER_ACCOUNT_ABNORMAL")))
    asked = work.does("address")
    assert isinstance(asked, Onward) and (asked.outcome, asked.given.application) == (
        "address",
        case.application.number,
    )
    told = cases.address(work.outages, asked.given, BROUGHT)
    assert isinstance(told, Onward) and told.given.remark == f"{case.application.number} 已记下收款账户"
    assert work.offered() == (RefundState.TAKEN, ["通过", "不通过"])
    (approve, _) = ways(work.only())
    assert "退到银行账户 6222 **** **** 3446" in approve.says
    for action in ("approve", "send"):
        assert isinstance(work.does(action), Done)
    assert isinstance(work.says("pay_out"), Onward)
    assert work.only().application.route is Route.BANK
    late = cases.address(work.outages, asked.given, BROUGHT)
    assert late == Wrong(Text("该申请的状态是“已退费”，不能填写收款账户"))


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"second": STAFF, "second_pin": DEMO_PIN}, Wrong(errors={"second": staff.SAME}, use="second")),
        ({"second": SECOND, "second_pin": DEMO_PIN}, Wrong(errors={"second_pin": staff.WRONG}, use="second_pin")),
    ],
    ids=["the first again", "a wrong PIN"],
)
@pytest.mark.parametrize("action", ["pay_out", "give_back"])
def test_what_a_bank_has_done_nobody_says_alone(
    bench: Bench, work: Work, action: str, typed: dict[str, str], wrong: Wrong
) -> None:
    bench.applied(bench.item(bench.zhang))
    for step in ("take", "approve", "send"):
        work.does(step)
    asked = work.does(action)
    assert isinstance(asked, Onward) and settling.say(work.door, asked.given, typed) == wrong
    assert settling.button(asked.given) == f"记下“{settling.WORDS[action].label}” 878.94 元"
    assert work.only().application.state is RefundState.SENDING
    done = work.says(action)
    assert isinstance(done, Onward)
    last = bench.office.history(work.only().application.number)[-1]
    assert last.who == f"{STAFF}+{SECOND}"
    assert isinstance(settling.say(work.door, asked.given, TWO), Wrong), "once is enough"


PROOF = {"proof": "50000408942018111907145868882", "reason": "付款人来大厅要求，已核对商户平台"}


@pytest.mark.parametrize("said", [RefundPending(), RefundAbnormal(""), Unclear("x")], ids=["pending", "abnormal", "?"])
def test_what_is_stuck_at_its_network_two_may_find_at_the_platform(
    bench: Bench, work: Work, sent: Callable[..., RefundCase], said: object
) -> None:
    before = [way.id for way in ways(sent(("query_refund", RefundPending())))]
    bench.hall.later(days=1)
    assert before == [] and [way.id for way in ways(work.only())] == ["sent_back"]
    asked = work.does("sent_back")
    assert isinstance(asked, Onward) and asked.outcome == "sent_back"
    assert settling.button(asked.given) == "记下“已在商户平台退回” 878.94 元"
    assert settling.sent_back(work.door, asked.given, PROOF | TWO | {"second": STAFF}) == Wrong(
        errors={"second": staff.SAME}, use="second"
    )
    bench.network.will(("query_refund", said))
    told = settling.sent_back(work.door, asked.given, PROOF | TWO)
    number = asked.given.refund.application.number if asked.given.refund else ""
    assert isinstance(told, Onward) and told.given.remark == f"{number} 已记为“已在商户平台退回”，878.94 元"
    assert work.cases() == ()
    assert isinstance(settling.sent_back(work.door, asked.given, PROOF | TWO), Wrong)


def test_how_much_is_owed_in_all(bench: Bench, work: Work) -> None:
    def owed() -> Text:
        return refund_cases.summed(work.cases())

    bench.applied(bench.item(bench.zhang), 100_00)
    bench.hall.later(days=1)
    work.does("take")
    assert owed() == "", "nothing is owed before it is approved"
    work.does("approve")
    assert owed() == "还欠退 1 笔，共 100.00 元"
    work.does("send")
    work.says("pay_out")
    assert owed() == ""


def test_an_heirs_account_is_read_with_the_papers_before_it_is_approved(bench: Bench, work: Work) -> None:
    item = bench.item(bench.zhang)
    heir = replace(draft_of(item, account=replace(ACCOUNT, holder="张小明")), ground=Ground.DECEASED)
    done(bench.hall.store.refunds.submit(heir, bench.hall.now, "visitor"))
    work.does("take")
    (approve, _) = ways(work.only())
    assert "账户是法定继承人的，应核对死亡证明、与参保人的关系证明" in approve.says


def test_a_refusal_needs_its_reason_and_comes_back_to_the_list(bench: Bench, work: Work) -> None:
    number = bench.applied(bench.item(bench.zhang)).number
    work.does("take")
    told = work.does("refuse")
    assert isinstance(told, Onward) and (told.outcome, told.given.application) == ("refuse", number)
    assert cases.refuse(work.outages, told.given, {"reason": "  "}) == Wrong(Text("请填写审核不通过的原因"))
    refused = cases.refuse(work.outages, told.given, {"reason": "户名与缴费人不一致"})
    assert isinstance(refused, Onward) and refused.given.remark.startswith(number)
    again = cases.refuse(work.outages, told.given, {"reason": "户名与缴费人不一致"})
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
    (approve, _) = ways(work.only())
    assert approve.says.startswith("退费说明：在老家缴过了。")
    assert "6222 **** **** 3446" in approve.says


def test_being_on_duty_cannot_be_made(bench: Bench) -> None:
    """Neither by hand, nor out of somebody else's."""
    duty = on_duty(bench.hall)
    with pytest.raises(NotAdmitted):
        Duty(STAFF, bench.office, duty.orders, duty.bills, duty.days, duty.suspending)
    with pytest.raises(NotAdmitted):
        replace(duty, number="0001")


@pytest.mark.parametrize(
    "at",
    [at for at, one in STAFF_TABLE.screens.items() if at != STAFF_TABLE.start and isinstance(one.step, Form | Cases)],
)
@pytest.mark.parametrize("filled", [{}, {"staff": {"number": STAFF, "pin": "507291"}}], ids=["nothing", "a form"])
def test_without_it_no_staff_screen_is_given_what_it_works_on(
    bench: Bench, at: str, filled: dict[str, dict[str, str]]
) -> None:
    """However a visit came there: begun there, put together by hand, or with a visitor's own business."""
    step, person = SCREENS[at].step, bench.hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert isinstance(step, Form | Cases) and person
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
