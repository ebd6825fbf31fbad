"""Staff behind their door: what a visitor applied for is taken, approved and paid out, or refused with a reason."""

from adapters.staff import FREE
from domain.refunds.events import PaidOut, RefundEvent, Returned, Submitted
from domain.refunds.states import RefundState
from kit.people.staff import DEMO_NUMBER, DEMO_PIN, SECOND_NUMBER, SECOND_PIN
from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.visitor import Visitor
from viewmodels.steps.form import FormViewModel

FLOW = "tax_app.refund.normal"
DOOR, ROW = "staff.door", "row.TF2026000001"
NUMBER, WRONG_PIN = "TF2026000001", "975318"


def applies(visitor: Visitor) -> None:
    """A visitor applies for a refund, and goes."""
    visitor.walks(FLOW, "tax_app.refund_normal_saved")
    visitor.kiosk.touch("home")
    visitor.kiosk.shows("home")


def enters(ground: Playground, pin: str = DEMO_PIN) -> None:
    """From Home, with no need to hold the door: a test of its own does."""
    ground.terminal.shell.staffDoor.open()
    ground.kiosk.shows("staff.pin")
    ground.kiosk.type(DEMO_NUMBER)
    ground.kiosk.touch("key.next")
    ground.kiosk.type(pin)
    ground.kiosk.touch("next")


def does(kiosk: Kiosk, way: str, says: str) -> None:
    """A way out of the application, and what is said then."""
    takes(kiosk, way)
    kiosk.until(lambda: any(says in text for text in kiosk.texts()), says)


def takes(kiosk: Kiosk, way: str) -> None:
    """Chosen first, then taken."""
    kiosk.touch(f"{way}.{ROW}")
    kiosk.touch("next")


def second(kiosk: Kiosk, says: str) -> None:
    """The second person comes, and what is said then."""
    kiosk.shows("staff.second")
    kiosk.touch("field.second")
    kiosk.type(SECOND_NUMBER)
    kiosk.touch("key.next")
    kiosk.type(SECOND_PIN)
    kiosk.touch("next")
    kiosk.shows("staff.refunds")
    kiosk.until(lambda: any(says in text for text in kiosk.texts()), says)


def log(ground: Playground) -> list[tuple[type[RefundEvent], str]]:
    return [(step.event, step.who) for step in ground.backend.parts.desk.claims.refunds.book.history(NUMBER)]


def test_nothing_but_a_long_press_opens_the_door_and_nothing_but_the_pin_leads_on(ground: Playground) -> None:
    kiosk = ground.kiosk
    kiosk.touch(DOOR)
    assert kiosk.has("tile.wechat")
    kiosk.hold(DOOR, until="staff.pin")
    for key in DEMO_NUMBER:
        kiosk.type(key)
    kiosk.touch("key.next")
    kiosk.type(WRONG_PIN)
    assert "●●●●●●" in kiosk.texts() and WRONG_PIN not in kiosk.texts()
    kiosk.touch("next")
    kiosk.until(lambda: any(text.startswith("工号或口令不对") for text in kiosk.texts()), "that it is wrong")
    kiosk.touch("key.clear")
    kiosk.type(DEMO_PIN)
    kiosk.touch("next")
    kiosk.shows("staff.refunds")
    kiosk.until(lambda: "没有待办的退费申请" in kiosk.texts(), "that there is nothing to do")
    kiosk.touch("next")
    kiosk.shows("home")


def test_from_the_application_to_the_money(ground: Playground, visitor: Visitor) -> None:
    kiosk = ground.kiosk
    applies(visitor)
    enters(ground)
    kiosk.shows("staff.refunds")
    does(kiosk, "take", f"{NUMBER} 已受理")
    does(kiosk, "approve", f"{NUMBER} 已审核通过")
    does(kiosk, "send", f"{NUMBER} 已转退库")
    takes(kiosk, "give_back")
    second(kiosk, f"{NUMBER} 已退回")
    does(kiosk, "approve", f"{NUMBER} 已审核通过")
    does(kiosk, "send", f"{NUMBER} 已转退库")
    takes(kiosk, "pay_out")
    second(kiosk, "已退费，办理完毕")
    steps = log(ground)
    assert steps[0] == (Submitted, "visitor")
    both = f"{DEMO_NUMBER}+{SECOND_NUMBER}"
    assert [who for event, who in steps if event in {PaidOut, Returned}] == [both, both]
    assert {who for _, who in steps[1:]} == {DEMO_NUMBER, both}
    kiosk.touch("home")
    visitor.breaks("clock", "5")  # No second code is sent to a phone within a minute.
    visitor.walks("tax_app.payment_records", "tax_app.payment_records")
    kiosk.until(lambda: "已退费" in kiosk.texts(), "that the money went back")


def test_a_refusal_comes_to_the_visitor_with_its_reason(ground: Playground, visitor: Visitor) -> None:
    kiosk, reason = ground.kiosk, "户名与缴费人不一致"
    applies(visitor)
    enters(ground)
    kiosk.shows("staff.refunds")
    does(kiosk, "take", "已受理")
    takes(kiosk, "refuse")
    kiosk.shows("staff.refuse")
    kiosk.touch("next")
    kiosk.until(lambda: "请输入不通过原因" in kiosk.texts(), "that a reason is wanted")
    kiosk.write(reason)
    kiosk.touch("next")
    kiosk.shows("staff.refunds")
    kiosk.until(lambda: any("已记为审核不通过" in text for text in kiosk.texts()), "that it is refused")
    kiosk.touch("next")
    visitor.breaks("clock", "5")  # No second code is sent to a phone within a minute.
    visitor.walks(FLOW, "tax_app.refund_normal")
    kiosk.touch("secondary")
    kiosk.shows("tax_app.refund_normal_records")
    kiosk.until(lambda: {reason, RefundState.REFUSED.label} <= set(kiosk.texts()), "the reason")


def test_what_is_withdrawn_meanwhile(ground: Playground, visitor: Visitor) -> None:
    """The visitor does it at another terminal: staff are told, and see what there is now."""
    kiosk, desk = ground.kiosk, ground.backend.parts.desk
    applies(visitor)
    enters(ground)
    kiosk.find(f"take.{ROW}")
    (application,) = desk.claims.refunds.book.open()
    desk.claims.refunds.withdraw(NUMBER, application.draft.person)
    does(kiosk, "take", "该申请的状态是“已撤回”，不能受理")
    kiosk.until(lambda: not kiosk.has(ROW), "a list without it")
    assert any("已撤回" in text for text in kiosk.texts())


def test_who_tries_too_often_is_told_how_long_to_wait(ground: Playground) -> None:
    kiosk = ground.kiosk
    enters(ground, WRONG_PIN)
    says(kiosk, "工号或口令不对，请检查")
    for _ in range(FREE - 1):
        tries_again(ground, WRONG_PIN)
    says(kiosk, "请等 15 秒再试")
    tries_again(ground, DEMO_PIN)
    says(kiosk, "才能再试，这一次没有核对口令")


def tries_again(ground: Playground, pin: str) -> None:
    """Another PIN with the same number, until it is answered."""
    form = ground.terminal.shell.navigation.step
    assert isinstance(form, FormViewModel)
    ground.kiosk.touch("key.clear")
    ground.kiosk.type(pin)
    ground.kiosk.touch("next")
    ground.kiosk.until(lambda: not form.state.busy, "an answer")


def says(kiosk: Kiosk, words: str) -> None:
    kiosk.until(lambda: any(words in text for text in kiosk.texts()), words)
