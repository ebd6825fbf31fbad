"""What a visitor reads of what they have paid, reported, signed and asked back: whole rows, as the screen has them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from domain.flows.catalogue import SCREENS
from domain.flows.steps import Listing, Records, Result
from domain.flows.visit import Agreeing, Identity, OnDuty, Paying, Refunding, Reporting, Visit
from domain.forms import accounts, agreements
from domain.forms.asking import Done, Onward
from domain.forms.authority import AUTHORITY
from domain.forms.fields import TICKED
from domain.payment import events
from domain.payment.network import Presented
from domain.people.insurance import Scheme
from domain.people.person import Person, TierRecord
from domain.refunds.application import Application, Refundable
from domain.refunds.problems import RefundProblem
from tests.desk import office_at, on_duty
from tests.payment.hall import NOON, ZHANG, Hall, bill_of
from tests.payment.script import ScriptedNetwork
from tests.refunds.bench import draft_of
from tests.viewmodels.conftest import Ended
from tests.viewmodels.test_money_forms import ACCOUNT, terms_of
from viewmodels.making import lists, paying
from viewmodels.parts import Parts
from viewmodels.steps.result import ResultViewModel

Until = Callable[[Callable[[], bool]], None]
Read = tuple[str, str, bool, str, list[str]]
"""Title, how it stands, whether that is good, the sum, and the lines below."""
MASKED = "520***********0119"


@pytest.fixture
def zhang(hall: Hall) -> Person:
    person = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert person is not None
    return person


@pytest.fixture
def visit(zhang: Person) -> Visit:
    return Visit("tax_app", who=Identity(zhang, logged_in=True))


def lines(pairs: list[dict[str, Any]]) -> list[str]:
    return [f"{pair['key']}：{pair['value']}" for pair in pairs]


def read(rows: list[dict[str, Any]]) -> list[Read]:
    return [(row["title"], row["state"], row["good"], row["amount"], lines(row["pairs"])) for row in rows]


@pytest.fixture
def listed(parts: Parts, ended: Ended, until: Until) -> Callable[[str, Visit], list[Read]]:
    def rows(screen: str, visit: Visit) -> list[Read]:
        step = SCREENS[screen].step
        assert isinstance(step, Listing)
        shown = lists.listing(step, visit, parts, ended)
        until(lambda: not shown.property("loading"))
        return read(shown.property("rows"))

    return rows


@pytest.fixture
def records(parts: Parts, ended: Ended, until: Until) -> Callable[[str, Visit], list[Read]]:
    def rows(screen: str, visit: Visit) -> list[Read]:
        step = SCREENS[screen].step
        assert isinstance(step, Records)
        shown = lists.records(step, visit, parts, ended)
        until(lambda: not shown.property("loading"))
        return read(shown.property("rows"))

    return rows


def result(hall: Hall, parts: Parts, visit: Visit, ended: Ended, until: Until) -> ResultViewModel:
    step = SCREENS["wechat.result"].step
    assert isinstance(step, Result)
    shown = paying.result(step, visit, parts, ended)
    until(lambda: shown.property("outcome") != "")
    return shown


WHAT_WAS_PAID = [
    "缴费人：张建国",
    f"证件号码：{MASKED}",
    "险种：灵活就业 养老保险",
    "社保经办机构：南明区社会保险事业局",
    "费款所属期：2026年11月",
    "缴费档次：60% 档，基数 4,394.70 元",
]


def test_a_receipt(
    hall: Hall, network: ScriptedNetwork, parts: Parts, visit: Visit, ended: Ended, until: Until
) -> None:
    network.will(("create", Presented("a code")))
    order = hall.start()
    for event in (events.Paid("4200000001", NOON), events.Posted("520000000000000999")):
        order = hall.store.orders.move(order, event, hall.now)
    paid = replace(visit, business=Paying(Scheme.FLEXIBLE, bills=order.bills, order=order.number))
    shown = result(hall, parts, paid, ended, until)
    assert lines(shown.property("rows")) == [
        *WHAT_WAS_PAID,
        f"缴款方式：{SCREENS['wechat.result'].step.method}",  # type: ignore[union-attr]
        "支付时间：2026-11-23 12:00:00",
        f"流水号：{order.number}",
        "凭证号码：520000000000000999",
    ]
    assert shown.property("amount") == "878.94" and shown.property("notes") != []
    shown.done()
    assert ended.outcome == "done"


@pytest.mark.parametrize(
    ("paid_at", "expected"),
    [
        (NOON, "预计退回：11月25日至11月30日"),
        (NOON.replace(year=2053, month=12, day=30), "预计退回：1月2日至1月7日（放假安排未公布，可能推后）"),
    ],
)
def test_a_receipt_of_money_that_goes_back(
    hall: Hall,
    network: ScriptedNetwork,
    parts: Parts,
    visit: Visit,
    ended: Ended,
    until: Until,
    paid_at: datetime,
    expected: str,
) -> None:
    network.will(("create", Presented("a code")))
    order = hall.start()
    for event in (events.Paid("4200000001", paid_at), events.NotPosted(), events.Owed(paid_at)):
        order = hall.store.orders.move(order, event, hall.now)
    paid = replace(visit, business=Paying(Scheme.FLEXIBLE, bills=order.bills, order=order.number))
    shown = result(hall, parts, paid, ended, until)
    told = lines(shown.property("rows"))
    assert told[:6] == WHAT_WAS_PAID and not any(line.startswith("凭证号码") for line in told)
    assert shown.property("notes") == [] and told[-1] == expected


def test_what_was_paid_here_and_is_not_entered_yet(
    hall: Hall,
    network: ScriptedNetwork,
    visit: Visit,
    records: Callable[[str, Visit], list[Read]],
) -> None:
    network.will(("create", Presented("a code")))
    order = hall.start()
    hall.store.orders.move(order, events.Paid("4200000001", NOON), hall.now)
    newest, *entered = records("tax_app.payment_records", visit)
    assert newest == (
        "灵活就业 养老保险",
        "已付款，待入账",
        False,
        "878.94",
        ["费款所属期：2026年11月", "渠道：微信", "缴费时间：2026-11-23 12:00", f"流水号：{order.number}"],
    )
    assert len(entered) == 3, "the rest of the page"
    for title, state, good, amount, about in entered:
        assert title.startswith("灵活就业 ") and (state, good) == ("已缴费", True) and amount != ""
        assert about[-1].startswith("凭证号码：52")


def test_a_tier_that_was_chosen(
    hall: Hall, zhang: Person, visit: Visit, records: Callable[[str, Visit], list[Read]]
) -> None:
    hall.store.tax.declare(TierRecord.of(bill_of(zhang.id), "wechat", NOON))
    (newest, *_) = records("wechat.tier_records", visit)
    assert newest == (
        "60% 档",
        "未缴费",
        False,
        "878.94",
        [
            "费款所属期：2026年11月",
            "险种：养老保险",
            "缴费基数：4,394.70 元",
            "选档时间：2026-11-23 12:00",
            "渠道：微信",
        ],
    )


def test_a_bank_account(parts: Parts, visit: Visit, listed: Callable[[str, Visit], list[Read]]) -> None:
    told = accounts.submit(
        parts.desk.accounts, visit.own(Reporting), {**ACCOUNT, "refund": TICKED, "preferred": TICKED}
    )
    assert isinstance(told, Onward)
    ((title, state, good, amount, about),) = listed("tax_app.accounts", visit)
    assert (state, good, amount) == ("", True, "") and title != ""
    assert about[:2] == ["银行账号：6217 **** **** 0016", "账户名称：张建国"]
    assert about[2].startswith("营业网点：") and about[3] == "账户标识：首选缴费账户、退费账户"
    (account,) = accounts.listed(parts.desk.accounts, visit.own(Reporting))
    assert isinstance(accounts.submit(parts.desk.accounts, Reporting(visit.visitor, account.id), ACCOUNT), Onward)
    (plain,) = listed("tax_app.accounts", visit)
    assert len(plain[4]) == 3


@pytest.mark.parametrize(
    ("revoked", "state", "good"), [(False, "验证成功", True), (True, "已撤销", False)], ids=["signed", "revoked"]
)
def test_an_agreement(
    parts: Parts,
    visit: Visit,
    zhang: Person,
    listed: Callable[[str, Visit], list[Read]],
    revoked: bool,
    state: str,
    good: bool,
) -> None:
    accounts.submit(parts.desk.accounts, visit.own(Reporting), ACCOUNT)
    (account,) = accounts.listed(parts.desk.accounts, visit.own(Reporting))
    parts.desk.agreements.signing.sign(zhang.id, terms_of(account))
    (agreement,) = agreements.listed(parts.desk.agreements, visit.own(Agreeing))
    if revoked:
        assert agreements.revoke(parts.desk.agreements, visit.own(Agreeing), agreement.number) == Done(
            agreements.REVOKED
        )
    ((title, *stands, amount, about),) = listed("tax_app.agreements", visit)
    assert (title, stands, amount) == ("两两协议", [state, good], "")
    assert about[:1] == [f"协议书编号：{agreement.number}"]
    assert [line.split("：")[0] for line in about[1:4]] == ["开户银行", "银行账号", "税务机关"]
    assert about[2] == "银行账号：6217 **** **** 0016" and about[3].endswith("国家税务总局贵阳市南明区税务局")


def test_what_can_be_asked_back(
    parts: Parts, visit: Visit, zhang: Person, listed: Callable[[str, Visit], list[Read]]
) -> None:
    item = parts.desk.claims.refunds.refundable(zhang.id)[0]
    asked = {"voucher": item.voucher, AUTHORITY.key: "520102"}
    found = replace(visit, business=Refunding(zhang, asked))
    rows = listed("tax_app.refund_normal_found", found)
    assert rows and all(state == "" and good for _, state, good, _, _ in rows)
    assert any(
        about == [f"所属期：{item.period.label}", f"缴款日期：{item.paid_on:%Y-%m-%d}", f"凭证号码：{item.voucher}"]
        for _, _, _, _, about in rows
    )


def applied(parts: Parts, item: Refundable) -> Application:
    made = parts.desk.claims.refunds.apply(draft_of(item, 100))
    assert isinstance(made, Application)
    return made


def test_an_application_from_the_day_it_was_made_to_the_day_it_was_paid(
    parts: Parts, visit: Visit, zhang: Person, listed: Callable[[str, Visit], list[Read]]
) -> None:
    item = parts.desk.claims.refunds.refundable(zhang.id)[0]
    made, office = applied(parts, item), office_at(parts.desk)
    seen = []
    for decide in (office.take, office.approve, office.send, office.pay_out):
        ((title, state, good, amount, about),) = listed("tax_app.refund_normal_records", visit)
        seen.append((state, good))
        assert amount == "1.00" and title != ""
        assert about == [
            f"申请编号：{made.number}",
            f"险种：{item.period.label} {item.scheme.label} {item.insurance.label}",
            f"退费原因：{made.draft.ground.label}",
            "申请日期：2026-11-23",
            "退到：贵州银行 6222\N{NO-BREAK SPACE}****\N{NO-BREAK SPACE}****\N{NO-BREAK SPACE}3446",
        ]
        assert not isinstance(decide(made.number), RefundProblem)
    ((_, state, good, _, _),) = listed("tax_app.refund_normal_records", visit)
    assert [*seen, (state, good)] == [
        ("已提交", False),
        ("审核中", False),
        ("审核通过", False),
        ("退库中", False),
        ("已退费", True),
    ]


def test_an_application_that_is_refused_says_why(
    parts: Parts, visit: Visit, zhang: Person, listed: Callable[[str, Visit], list[Read]]
) -> None:
    made, office = applied(parts, parts.desk.claims.refunds.refundable(zhang.id)[0]), office_at(parts.desk)
    assert not isinstance(office.take(made.number), RefundProblem)
    assert not isinstance(office.refuse(made.number, "资料不全"), RefundProblem)
    ((_, state, good, _, about),) = listed("tax_app.refund_normal_records", visit)
    assert (state, good, about[-1]) == ("审核不通过", False, "不通过原因：资料不全")


def test_staff_see_whose_it_is_and_where_the_money_goes(
    hall: Hall, parts: Parts, zhang: Person, show: Callable[[str, Visit], Any]
) -> None:
    made = applied(parts, parts.desk.claims.refunds.refundable(zhang.id)[0])
    (shown,) = show("staff.refunds", Visit("staff", business=OnDuty(on_duty(hall)))).property("opened")
    assert (shown["title"], shown["amount"]) == ("正常缴费退费：已提交", "1.00")
    about = lines(shown["about"])
    assert about[0] == "申请人：张**" and about[1] == f"申请编号：{made.number}"
    assert about[-1].startswith("退到：") and about[-1].replace("\N{NO-BREAK SPACE}", " ").endswith("3446")
    assert shown["since"] == "11月23日 12:00 起，已 0 分钟"
    assert [step["what"] for step in shown["log"]] == ["提交"]
