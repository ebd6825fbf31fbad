"""What takes two of the staff, each from a session of their own."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from domain.desk.member import Role
from domain.desk.proposals import ProposalState
from domain.payment.network import Paid, Unclear, Waiting
from domain.payment.states import OrderState
from domain.reconciliation.cases import CaseState, Settlement
from domain.refunds.account import Account
from domain.refunds.application import Route
from domain.refunds.states import RefundState
from tests.bureau.desk.visitor import Browser, Room
from tests.bureau.desk.world import ADMIN, BANKS, LI_MING, LOOKER, NOW, WANG, World
from tests.payment.hall import LI
from tests.payment.script import WECHAT

BOTH = f"{LI_MING}+{WANG}"
WHY = "两笔都看过，电话核对过"
VOUCHER = "52019900000001"


def signs(browser: Browser, path: str, act: str, code: Callable[[], str] | None = None, **more: str) -> int:
    """The first signature; the answer's status."""
    browser.opens(path)
    fields = {"act": act, "reason": WHY, "code": (code or browser.code)(), **more}
    where = path if not path.startswith("/cases") else path.rpartition("/")[0]
    if path.startswith("/cases"):
        fields["reference"] = path.rpartition("/")[2]
    return browser.posts(f"{where}/sign", **fields).status_code


def agrees(browser: Browser, world: World, path: str, code: str | None = None) -> str:
    """The second signature, on what waits there; what is said then."""
    browser.opens(path)
    (waits,) = world.desk.proposals.open(world.runtime.now())
    browser.posts(f"/signatures/{waits.number}/agree", code=browser.code() if code is None else code)
    return browser.text


def test_a_refund_goes_back_once_two_have_signed_it_and_not_before(room: Room, li: Browser, wang: Browser) -> None:
    world = room.world
    application = world.applied()
    path = f"/refunds/{application.number}"
    assert signs(li, path, "refund.approve") == 303
    assert "等第二个人签字才办" in li.text and "等另一位" in li.text
    assert world.store.refunds.get(application.number).state is RefundState.TAKEN
    wang.opens(path)
    assert f"工号 {LI_MING} 李某" in wang.text and WHY in wang.text and "等您决定" in wang.text
    assert "两人都签了字" in agrees(wang, world, path)
    decided = world.store.refunds.get(application.number)
    assert (decided.state, decided.route) == (RefundState.APPROVED, Route.NETWORK)
    last = world.store.refunds.history(application.number)[-1]
    assert (last.event.word, last.who) == ("approve", BOTH)
    told = [(entry.deed.word, entry.who) for entry in world.desk.staff.about(application.number)]
    assert told == [("open", LI_MING), ("propose", LI_MING), ("open", WANG), ("agree", WANG)]
    assert world.desk.staff.problem() is None and world.store.problem() is None


def test_nobody_signs_twice_nor_with_a_code_that_was_used_or_anothers(room: Room, li: Browser, wang: Browser) -> None:
    world = room.world
    path = f"/refunds/{world.applied().number}"
    assert signs(li, path, "refund.approve", code=lambda: "000000") == 422
    code = li.code()
    assert signs(li, path, "refund.approve", code=lambda: code) == 303
    assert "同一个人不能签两次" in agrees(li, world, path)
    for wrong in ("", "123456", code, li.code()):
        assert "动态码不对" in agrees(wang, world, path, wrong) or "这一次没有核对" in wang.text
    (waits,) = world.desk.proposals.open(world.runtime.now())
    assert waits.state is ProposalState.OPEN


def test_whoever_may_not_decide_cannot_be_the_second(room: Room, li: Browser) -> None:
    world = room.world
    path = f"/refunds/{world.applied().number}"
    signs(li, path, "refund.approve")
    for number in (LOOKER, ADMIN):
        other = room.seats(number)
        assert "有“审核”权限的另一位" in other.opens(path)
        assert other.posts("/signatures/1/agree", code=other.code()).status_code == 403
    assert world.desk.proposals.get(1).state is ProposalState.OPEN  # type: ignore[union-attr]


def test_what_changed_since_the_first_saw_it_is_not_signed(room: Room, li: Browser, wang: Browser) -> None:
    world = room.world
    account = Account(BANKS.all[0].code, "6222020200112233446", LI.name)
    application = world.applied(LI, account=account)
    path = f"/refunds/{application.number}"
    signs(li, path, "refund.approve")
    other = Account(BANKS.all[0].code, "6222020200999999999", LI.name)
    world.desk.refunds("terminal").address(application.number, other)
    assert "第一人签字以后，这一件变了" in agrees(wang, world, path)
    assert world.store.refunds.get(application.number).state is RefundState.TAKEN


@pytest.mark.parametrize("change", ["revoke", "grant"])
def test_what_somebody_has_signed_counts_as_long_as_they_may_sign_it(
    room: Room, li: Browser, wang: Browser, change: str
) -> None:
    world = room.world
    path = f"/refunds/{world.applied().number}"
    signs(li, path, "refund.approve")
    if change == "revoke":
        world.desk.staff.revoke(LI_MING, world.runtime.now(), ADMIN)
    else:
        world.desk.staff.grant(LI_MING, frozenset({Role.LOOK}), world.runtime.now(), ADMIN)
    assert "第一人已经停用，或者不能再签这样的事" in agrees(wang, world, path)
    wang.posts("/signatures/1/decline")
    assert signs(wang, path, "refund.approve") == 303


def test_as_long_as_the_second_is_awaited_one_alone_does_nothing_else(room: Room, li: Browser, wang: Browser) -> None:
    path = f"/refunds/{room.world.applied().number}"
    signs(li, path, "refund.approve")
    assert signs(wang, path, "refuse") == 422 and "正在等第二个人" in wang.text
    assert signs(wang, path, "refund.approve") == 422 and "正在等第二个人" in wang.text


@pytest.mark.parametrize("who", [LI_MING, WANG])
def test_the_first_takes_it_back_or_the_second_does_not_agree(room: Room, li: Browser, wang: Browser, who: str) -> None:
    path = f"/refunds/{room.world.applied().number}"
    signs(li, path, "refund.approve")
    browser = {LI_MING: li, WANG: wang}[who]
    browser.opens(path)
    browser.posts("/signatures/1/decline")
    assert "没有办，这一件又可以重新签了" in browser.text
    wang.opens(path)
    wang.posts("/signatures/1/agree", code=wang.code())
    assert "已经办过、撤回，或者过了时间" in wang.text
    assert signs(wang, path, "refund.approve") == 303


def test_a_signature_waits_over_a_weekend_and_no_longer(room: Room, li: Browser) -> None:
    world = room.world
    path = f"/refunds/{world.applied().number}"
    signs(li, path, "refund.approve")
    world.runtime.pass_by(days=3)
    wang = room.seats(WANG)
    wang.opens(path)
    wang.posts("/signatures/1/agree", code=wang.code())
    assert "过了时间" in wang.text
    assert signs(wang, path, "refund.approve") == 303, "somebody can begin anew"


def test_one_refuses_with_a_reason(room: Room, li: Browser) -> None:
    application = room.world.applied()
    path = f"/refunds/{application.number}"
    assert signs(li, path, "refuse", reason=" ") == 422 and "请填写审核不通过的原因" in li.text
    assert signs(li, path, "refuse", code=lambda: "000000", reason="材料不全") == 422 and "动态码不对" in li.text
    assert signs(li, path, "refuse", reason="材料不全") == 303
    refused = room.world.store.refunds.get(application.number)
    assert (refused.state, refused.reason) == (RefundState.REFUSED, "材料不全")


def test_what_goes_to_a_bank_is_sent_by_one_and_paid_by_the_word_of_two(room: Room, li: Browser, wang: Browser) -> None:
    world = room.world
    account = Account(BANKS.all[0].code, "6222020200112233446", LI.name)
    application = world.applied(LI, account=account)
    path = f"/refunds/{application.number}"
    signs(li, path, "refund.approve")
    agrees(wang, world, path)
    wang.opens(path)
    wang.posts(f"{path}/account")
    assert "6222020200112233446" in wang.text and LI.name in wang.text
    assert world.desk.staff.about(application.number)[-1].deed.word == "unmask"
    assert wang.posts(f"{path}/send").status_code == 303 and "已转退库" in wang.text
    assert "6222020200112233446" not in wang.page
    assert signs(wang, path, "refund.paid_out") == 303
    assert "两人都签了字" in agrees(li, world, path)
    paid = world.store.refunds.history(application.number)[-1]
    assert (paid.event.word, paid.who) == ("pay_out", f"{WANG}+{LI_MING}")


def test_an_order_is_posted_by_hand_once_the_network_still_says_nothing(room: Room, li: Browser, wang: Browser) -> None:
    world = room.world
    order, network = world.doubtful(), world.networks[WECHAT]
    path = f"/orders/{order.number}"
    network.will(("query", Waiting()))
    li.opens(path)
    assert li.posts(f"{path}/ask").status_code == 303 and "支付渠道答复：还没有付款" in li.text
    assert signs(li, path, "order.posted", proof="52 019") == 422 and "单号不对" in li.text
    assert signs(li, path, "order.posted", proof=VOUCHER, reason="") == 422 and "请写明为什么这样办" in li.text
    assert VOUCHER in li.page, "what was typed stays"
    assert signs(li, path, "order.posted", proof=VOUCHER) == 303
    network.will(("query", Unclear("timeout")))
    assert "已记为“已手工入账”，878.94 元" in agrees(wang, world, path)
    ended = world.store.orders.get(order.number)
    assert (ended.state, ended.voucher, ended.reason) == (OrderState.POSTED_BY_HAND, VOUCHER, WHY)
    assert world.store.orders.history(order.number)[-1].who == BOTH


def test_what_the_network_has_just_said_goes_before_what_two_say(room: Room, li: Browser, wang: Browser) -> None:
    world = room.world
    order = world.doubtful(at=NOW - timedelta(hours=5))
    path = f"/orders/{order.number}"
    signs(li, path, "order.sent_back", proof="50000408942018111907")
    paid = Paid("4200", NOW)
    world.networks[WECHAT].will(("query", paid), ("query", paid))
    assert "支付渠道刚刚有了明确答复" in agrees(wang, world, path)
    assert world.store.orders.get(order.number).state is OrderState.POSTED
    assert [entry.deed.word for entry in world.desk.staff.about(order.number)][-1] == "hinder"
    assert world.desk.proposals.open(world.runtime.now())[0].second == ""


def test_a_case_of_a_bill_is_settled_by_two(room: Room, li: Browser, wang: Browser) -> None:
    world = room.world
    number = world.found(reference="2025112322001400910091")
    path = "/cases/" + "/".join(number.split(" "))
    assert "对方账单有这笔收款，我方没有" in li.opens(path)
    assert signs(li, path, "case.not_ours") == 303
    assert "两人都签了字" in agrees(wang, world, path)
    case = world.store.cases.get(number)
    assert case and (case.state, case.how, case.second) == (CaseState.SETTLED, Settlement.NOT_OURS, WANG)
    assert world.store.cases.history(number)[-1].who == LI_MING
    assert "与本机无关" in wang.opens(path)


def test_only_what_can_be_done_now_is_signed(room: Room, li: Browser) -> None:
    path = f"/refunds/{room.world.applied().number}"
    for act in ("refund.paid_out", "order.posted"):
        assert signs(li, path, act) == 422 and "这一件已经有了变化" in li.text
    assert signs(li, path, "nonsense") == 422 and "请选择怎么办" in li.text


def test_what_both_signed_as_the_program_ended_is_not_done_twice(room: Room, li: Browser, wang: Browser) -> None:
    world = room.world
    path = f"/refunds/{world.applied().number}"
    signs(li, path, "refund.approve")
    world.desk.proposals.agree(1, WANG, world.runtime.now())
    wang.opens(path)
    wang.posts("/signatures/1/agree", code=wang.code())
    assert "已经办过、撤回" in wang.text
    assert signs(li, path, "refund.approve") == 303
