"""给一家人缴费: who is added, removed, too many; what is told where one bill stands in the way; how each ended."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from domain.flows.steps import Household, HouseholdResult, PayByQr, PickMethod
from domain.flows.visit import Choice, Paying, Visit
from domain.forms.asking import Onward, Wrong
from domain.forms.identity import identify_member
from domain.money import Fen
from domain.payment import events
from domain.payment.events import FoundDuplicate, NotPosted, OrderEvent, Owed, Posted, Refunded
from domain.payment.network import Closed, Paid, Presented, Waiting
from domain.payment.states import OrderState
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill
from tests.payment.hall import NOON, Hall
from tests.payment.script import WECHAT, ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.reading import read
from tests.viewmodels.visits import enrolled, known, pays, step_of
from viewmodels.making import paying
from viewmodels.parts import Parts

Until = Callable[[Callable[[], bool]], None]
THIS_YEAR = Period(2026)
AGENCIES = {"何家辉": "520115P", "李桂兰": "520581P", "刘志强": "522601P"}
PAID, POSTED = events.Paid("4200", NOON), Posted("520000000000000999")
CODE = ("create", Presented("weixin://wxpay/bizpayurl?pr=abc"))
EVERYBODY = tuple(AGENCIES)


def member(hall: Hall, name: str, tier: str = "300") -> Paying:
    """A resident's pension of this year, confirmed."""
    person, agency = known(hall, name), AGENCIES[name]
    choice = Choice(Insurance.PENSION, agency, periods=(THIS_YEAR,), tier=tier)
    bill = Bill(person.id, Scheme.RESIDENT, Insurance.PENSION, THIS_YEAR, agency, tier, None, Fen(int(tier) * 100))
    return replace(enrolled(hall, person, Scheme.RESIDENT, choice), payee=person, bills=(bill,))


def family(hall: Hall, *names: str, last: str = "") -> Visit:
    """Those that were added before, and who has been confirmed last."""
    household = tuple(member(hall, name) for name in names)
    own = member(hall, last) if last else Paying(Scheme.RESIDENT)
    return pays("wechat", known(hall, "张建国"), replace(own, household=household))


class TestWhoIsPaidFor:
    def shown(self, visit: Visit, parts: Parts, ended: Ended) -> Any:
        return paying.household(step_of("wechat.household", Household), visit, parts, ended)

    def test_everybody_with_an_amount_and_one_sum(self, hall: Hall, parts: Parts, ended: Ended) -> None:
        assert read(self.shown(family(hall, "何家辉", last="李桂兰"), parts, ended)) == {
            "heading": "给一家人缴费",
            "counted": "已加 2 人，最多 6 人",
            "people": [
                "0, amount 300.00, name 何家辉, number 810***********0021, what 2026年 城乡居民 养老保险",
                "1, amount 300.00, name 李桂兰, number 520***********0462, what 2026年 城乡居民 养老保险",
            ],
            "removeText": "移除",
            "addText": "再加一位家人",
            "addEnabled": True,
            "amountLabel": "合计 2 人",
            "amountCaption": "一个码，一次付清",
            "amount": "600.00",
            "notes": [
                "每人一笔，分别记账，缴费记录和证明各是各的。",
                "哪一笔没有缴成，只退那一笔的钱，别人的照常缴成。",
            ],
            "nextText": "下一步",
            "ready": True,
        }

    def test_who_is_removed_is_not_paid_for(self, hall: Hall, parts: Parts, ended: Ended) -> None:
        page = self.shown(family(hall, "何家辉", "李桂兰"), parts, ended)
        page.remove("0")
        assert page.property("amount") == "300.00"
        page.next()
        names = [m.payee.name for m in ended.visit.paying.members if m.payee]
        assert (ended.outcome, names) == ("next", ["李桂兰"])

    def test_nobody_is_left(self, hall: Hall, parts: Parts, ended: Ended) -> None:
        page = self.shown(family(hall, "何家辉"), parts, ended)
        page.remove("0")
        page.next()
        assert (page.property("ready"), page.property("problem")) == (False, "还没有要缴费的人，请先加一位家人。")
        assert ended.outcome is None

    def test_full(self, hall: Hall, parts: Parts, ended: Ended) -> None:
        page = self.shown(family(hall, *EVERYBODY, *EVERYBODY), parts, ended)
        page.add()
        assert ended.outcome is None
        assert (page.property("addEnabled"), page.property("counted")) == (False, "已加 6 人，最多 6 人")
        assert page.property("full") == "一次最多 6 人，已经加满。其他家人请付完这次再缴。"

    def test_room_again(self, hall: Hall, parts: Parts, ended: Ended) -> None:
        page = self.shown(family(hall, *EVERYBODY, *EVERYBODY), parts, ended)
        page.remove("5")
        page.add()
        assert (ended.outcome, page.property("full")) == ("add", "")

    def test_the_next_one_begins_with_nothing(self, hall: Hall, parts: Parts, ended: Ended) -> None:
        visit = family(hall, "何家辉", last="李桂兰").with_answers("member", {"name": "李桂兰"})
        self.shown(visit, parts, ended).add()
        after = ended.visit
        assert "member" not in after.filled and (after.paying.payee, after.paying.bills) == (None, ())
        assert len(after.paying.members) == 2

    def test_an_amount_that_does_not_hold_any_more(self, hall: Hall, parts: Parts, ended: Ended) -> None:
        visit = family(hall, "李桂兰", "何家辉")
        first, other = visit.paying.household
        dearer = replace(other, bills=(replace(other.bills[0], fen=Fen(400_00)),))
        page = self.shown(replace(visit, business=replace(visit.paying, household=(first, dearer))), parts, ended)
        page.next()
        assert page.property("problem") == "何家辉的应缴金额有变，请先移除，再重新加上。" and ended.outcome is None

    def test_nobody_is_added_twice(self, hall: Hall, parts: Parts) -> None:
        given = family(hall, "何家辉").paying
        asked = [
            identify_member(parts.desk.identity, given, {"kind": who.kind, "number": who.number, "name": who.name})
            for who in (known(hall, "何家辉"), known(hall, "李桂兰"))
        ]
        assert isinstance(asked[0], Wrong) and isinstance(asked[1], Onward)

    @pytest.mark.parametrize(("payee", "offered"), [("何家辉", "再加一位家人"), ("", "")])
    def test_only_who_pays_for_another_is_asked(
        self, hall: Hall, parts: Parts, ended: Ended, payee: str, offered: str
    ) -> None:
        alone = member(hall, "何家辉")
        visit = pays("wechat", known(hall, "张建国"), alone if payee else replace(alone, payee=None))
        page = paying.pick_method(step_of("wechat.pick_method", PickMethod), visit, parts, ended)
        assert page.property("togetherText") == offered


class TestTheCode:
    def shown(self, visit: Visit, parts: Parts, ended: Ended) -> Any:
        return paying.pay_by_qr(step_of("wechat.household_pay", PayByQr), visit, parts, ended)

    def test_one_code_for_the_sum_and_all_are_paid(
        self, hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until
    ) -> None:
        network.will(CODE)
        page = self.shown(family(hall, "何家辉", "李桂兰"), parts, ended)
        until(lambda: bool(page.property("code")))
        assert (page.property("amount"), page.property("amountFor")) == (
            "600.00",
            ["城乡居民社保费，共 2 人", "一个码，一次付清"],
        )
        network.will(("query", Paid("4200", NOON)))
        page.check()
        until(lambda: ended.outcome is not None)
        orders = hall.store.orders.all()
        assert (ended.outcome, ended.visit.paying.order) == ("paid", orders[0].trade.number)
        assert {order.state for order in orders} == {OrderState.POSTED}

    def test_called_off_is_called_off_for_all(
        self, hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until
    ) -> None:
        network.will(CODE, ("query", Waiting()), ("close", Closed()), ("query", Closed()))
        page = self.shown(family(hall, "何家辉", "李桂兰"), parts, ended)
        until(lambda: bool(page.property("code")))
        page.cancel()
        until(lambda: ended.outcome is not None)
        assert (ended.outcome, ended.visit.paying.remark) == ("cancelled", "已取消，没有扣款")
        assert {order.state for order in hall.store.orders.all()} == {OrderState.CLOSED}
        assert len(ended.visit.paying.members) == 2

    def test_whose_bill_is_paid_is_said(
        self, hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until
    ) -> None:
        visit = family(hall, "何家辉", "李桂兰")
        hall.store.tax.post("A1", visit.paying.members[1].bills, NOON, "unionpay")
        page = self.shown(visit, parts, ended)
        until(lambda: page.property("phase") == "failed")
        assert page.property("says") == "李桂兰：这笔费用已经缴过了，不用再缴。"

    def test_whose_bill_is_held_is_said(
        self, hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until
    ) -> None:
        visit = family(hall, "何家辉", "李桂兰")
        network.will(CODE)
        hall.start(*visit.paying.members[0].bills)
        page = self.shown(visit, parts, ended)
        until(lambda: page.property("phase") == "failed")
        assert page.property("says").startswith("何家辉：这笔费用在微信有一个付款码还没有失效")


LIVES: dict[str, tuple[tuple[tuple[OrderEvent, ...], ...], str, str, list[str]]] = {
    "all are entered": (
        ((PAID, POSTED), (PAID, POSTED)),
        "支付成功",
        "2 笔都已记入各人的缴费记录",
        ["已缴成", "已缴成"],
    ),
    "one is not entered yet": (
        ((PAID, POSTED), (PAID,)),
        "已付款",
        "系统会继续记入缴费记录，请勿重复付款",
        ["已缴成", "已付款，正在入账"],
    ),
    "one goes back": (
        ((PAID, FoundDuplicate(), Owed(NOON)), (PAID, POSTED)),
        "已付款，有 1 笔没有缴成",
        "没有缴成的，银行将在2-5个工作日原路退回",
        ["没有缴成，退这一笔", "已缴成"],
    ),
    "all go back": (
        ((PAID, NotPosted()), (PAID, NotPosted(), Owed(NOON), Refunded())),
        "已付款，都没有缴成",
        "没有缴成的，银行将在2-5个工作日原路退回",
        ["没有缴成，退这一笔", "没有缴成，退这一笔"],
    ),
}


@pytest.mark.parametrize(("lives", "headline", "sentence", "stands"), LIVES.values(), ids=LIVES)
def test_how_each_ended(
    hall: Hall,
    network: ScriptedNetwork,
    parts: Parts,
    ended: Ended,
    until: Until,
    lives: tuple[tuple[OrderEvent, ...], ...],
    headline: str,
    sentence: str,
    stands: list[str],
) -> None:
    network.will(CODE)
    visit = family(hall, "李桂兰", "何家辉")
    orders = hall.cashier.start_combined(WECHAT, "wechat", visit.visitor.id, visit.paying.parts, "社保费")
    for order, life in zip(orders, lives, strict=True):
        now = hall.store.orders.get(order.number)
        for event in life if now.state is OrderState.PRESENTED else life[1:]:  # The other's payment was this one's.
            now = hall.store.orders.move(now, event, NOON)
    trade = orders[0].trade
    visit = replace(visit, business=replace(visit.paying, order=trade.number))
    page: Any = paying.household_result(step_of("wechat.household_result", HouseholdResult), visit, parts, ended)
    until(lambda: bool(page.property("outcome")))
    people = page.property("people")
    assert [person["title"] for person in people] == ["李桂兰", "何家辉"]
    assert [person["state"] for person in people] == stands
    assert (page.property("headline"), page.property("sentence"), page.property("amount")) == (
        headline,
        sentence,
        "600.00",
    )
    assert page.property("rows")[-1] == {"key": "流水号", "value": trade.number, "quiet": False}
    page.another()
    assert (ended.outcome, ended.visit.visitor, ended.visit.business) == ("another", visit.visitor, None)


def test_who_is_not_heard_of_yet_is_not_said_to_have_paid(
    hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until
) -> None:
    """Where the network combines orders by itself, each is paid by its own answer."""
    network.combines = 10
    network.will(CODE)
    visit = family(hall, "李桂兰", "何家辉")
    first, other = hall.cashier.start_combined(WECHAT, "wechat", visit.visitor.id, visit.paying.parts, "社保费")
    for event in (PAID, POSTED):
        other = hall.store.orders.move(other, event, NOON)
    visit = replace(visit, business=replace(visit.paying, order=other.whole.number))
    page: Any = paying.household_result(step_of("wechat.household_result", HouseholdResult), visit, parts, ended)
    until(lambda: bool(page.property("outcome")))
    told = [(person["title"], person["state"], person["amount"]) for person in page.property("people")]
    assert told == [("李桂兰", "正在确认是否已付款", "300.00"), ("何家辉", "已缴成", "300.00")]
    assert (page.property("outcome"), page.property("headline"), page.property("amount")) == (
        "pending",
        "已付款",
        "600.00",
    )
    assert page.property("rows")[1]["value"] == "2026-11-23 12:00:00"
    hall.store.orders.move(first, PAID, NOON)
    page.read()
    until(lambda: page.property("people")[0]["state"] == "已付款，正在入账")
