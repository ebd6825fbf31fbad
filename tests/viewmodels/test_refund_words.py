"""Where the money of a refund goes, in the same words: on the form, when it is saved, in the records, to staff."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.flows.steps import Form, Saved
from domain.flows.visit import Identity, Refunding, Visit
from domain.forms.desks import Almanac
from domain.identity.shown import masked_name
from domain.money import Fen
from domain.payment.order import Network
from domain.people.insurance import Insurance, Period, Scheme
from domain.refunds.account import Account
from domain.refunds.application import Application, Draft, Ground, Refundable, Route, SumKind
from domain.refunds.cases import RefundCase
from domain.refunds.states import RefundState
from domain.repayments.repayment import Repayment
from domain.repayments.states import RepaymentState
from domain.words import Text
from tests.desk import BANKS, OFFICES
from tests.payment.hall import NOON
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import SOMEBODY, step_of
from viewmodels.making import forms, lists
from viewmodels.parts import Parts
from viewmodels.words.cases import told as told_of
from viewmodels.words.records_of import record_of

CARD = Account("GZRCU", "6217790000000000016", "张建国")
SHOWN = "贵州农商联合银行 6217 **** **** 0016"
ITEM = Refundable(
    *(1, Scheme.FLEXIBLE, Insurance.PENSION, Period(2026, 11), "520102P", "520000000000000099", "wechat"),
    *(date(2026, 11, 23), Fen(87894)),
    order="GZT00010000000000001",
)
TO_BANK = Draft(*(1, ITEM, SumKind.CONTRIBUTION, Ground.DUPLICATE, Fen(87894)), CARD, "13985012345", applicant="张建国")
BACK = replace(TO_BANK, account=None, network=Network("wechat"))
HEIR = replace(TO_BANK, ground=Ground.DECEASED, account=replace(CARD, holder="张小明"))
GUARDIAN = replace(TO_BANK, account=replace(CARD, holder="张大国"))
PROMISED = "审核通过后退费将会直接到用户填写的银行账户上。"
OF_HEIRS = "死亡证明、与参保人的关系证明、继承人的身份证件和银行卡"
OF_GUARDIANS = "户口簿或出生证明、监护人的身份证件和银行卡"
ALMANAC = Almanac(OFFICES, BANKS, lambda: NOON)


def application(draft: Draft, state: RefundState = RefundState.SUBMITTED) -> Application:
    route = Route.BANK if draft.account else Route.NETWORK
    return Application("TF2026000001", draft, state, route, NOON, account=draft.account)


@pytest.mark.parametrize(
    ("draft", "papers", "promise", "to"),
    [
        (TO_BANK, "", PROMISED, SHOWN),
        (BACK, "", "审核通过后退费将原路退回付款时使用的微信账户。", "原路退回付款时使用的微信账户"),
        (
            replace(BACK, network=Network("alipay")),
            "",
            "审核通过后退费将原路退回付款时使用的支付宝账户。",
            "原路退回付款时使用的支付宝账户",
        ),
        (
            replace(BACK, network=Network("unionpay")),
            "",
            "审核通过后退费将原路退回付款时使用的云闪付账户。",
            "原路退回付款时使用的云闪付账户",
        ),
        (
            HEIR,
            f"账户是法定继承人的，审核时请带{OF_HEIRS}到窗口核对。",
            PROMISED,
            f"{SHOWN}（法定继承人）",
        ),
        (GUARDIAN, f"账户是监护人的，审核时请带{OF_GUARDIANS}到窗口核对。", PROMISED, f"{SHOWN}（监护人）"),
    ],
    ids=["bank", "wechat", "alipay", "unionpay", "heir", "guardian"],
)
def test_by_each_way(parts: Parts, ended: Ended, draft: Draft, papers: str, promise: str, to: str) -> None:
    applied = application(draft)
    visit = Visit("tax_app", who=Identity(SOMEBODY), business=Refunding(SOMEBODY, application=applied))
    saved = lists.saved(step_of("tax_app.refund_normal_saved", Saved), visit, parts, ended)
    assert saved.property("sentence") == "已经提交给后台进行审核，钱还没有退"
    told = to.replace(
        SHOWN, f"贵州农商联合银行，尾号 0016，{masked_name(draft.account.holder)}" if draft.account else ""
    )
    assert [row["value"] for row in saved.property("rows")] == ["2026年11月 灵活就业 养老保险", told, "TF2026000001"]
    assert saved.property("headline") == "保存成功！" and saved.property("amount") == "878.94"
    stations = [(at["caption"], at["done"], at["now"]) for at in saved.property("stations")]
    applied_at = ("2026年11月23日 12:00", True, False)
    judged = (papers or "由工作人员审核，不通过会写明原因", False, True)
    assert stations == [applied_at, judged, (promise, False, False)]
    for pairs_of in (record_of(applied, ALMANAC).pairs, told_of(RefundCase(applied, NOON), ALMANAC).about):
        pairs = {pair.key: pair.value for pair in pairs_of}
        assert pairs[Text("退到")].replace("\N{NO-BREAK SPACE}", " ") == to
    saved.submit()
    assert (ended.outcome, ended.visit) == ("done", visit)


@pytest.mark.parametrize(
    ("network", "minor", "said"),
    [
        (None, False, {}),
        (Network("wechat"), False, {"退到": "原路退回付款时使用的微信账户"}),
        (None, True, {"账户名称": f"可以填监护人的，审核时带{OF_GUARDIANS}到窗口"}),
    ],
)
def test_the_form_says_it_before_anything_is_sent(
    parts: Parts, ended: Ended, network: Network | None, minor: bool, said: dict[str, str]
) -> None:
    at = "tax_app.refund_normal_by_network" if network else "tax_app.refund_normal_form"
    given = Refunding(SOMEBODY, refundable=ITEM, network=network, minor=minor)
    form = forms.form(step_of(at, Form), Visit("tax_app", who=Identity(SOMEBODY), business=given), parts, ended)
    about = {row["key"]: row["value"] for row in form.property("about")}
    assert {key: about[key] for key in about.keys() & {"退到", "账户名称"}} == said
    accounts = {"bank", "account", "holder"}
    keys = {field["key"] for field in form.property("fields")}
    assert keys & accounts == (set() if network else accounts)


@pytest.mark.parametrize(
    ("state", "tried", "says", "because"),
    [
        (RefundState.SUBMITTED, None, "已提交", "先受理再审核"),
        (RefundState.APPROVED, None, "审核通过", "机器会原路退回"),
        (RefundState.SENDING, RepaymentState.ASKED, "原路退回，还没有回音", "机器会原路退回"),
        (RefundState.SENDING, RepaymentState.UNDER_WAY, "原路退回中", "机器会原路退回"),
        (RefundState.SENDING, RepaymentState.ABNORMAL, "退款异常，钱还在支付机构", "钱已离开商户"),
        (RefundState.SENDING, RepaymentState.SHORT, "商户余额不足，充值后自动再退", "充值以后机器自动再退"),
        (RefundState.SENDING, RepaymentState.CLOSED, "退款被关闭，充值后换单号再退", "机器换单号再退"),
        (RefundState.SENDING, RepaymentState.ENDED, "退库中", "机器会原路退回"),
        (RefundState.TAKEN, RepaymentState.SET_ASIDE, "审核中", "由工作人员重新定"),
    ],
)
def test_staff_read_where_it_stands_why_and_since_when(
    state: RefundState, tried: RepaymentState | None, says: str, because: str
) -> None:
    since = NOON - timedelta(days=2, hours=17, minutes=5)
    repayment = tried and Repayment("T1", "TF2026000001", 1, ITEM.order, Fen(1), NOON, tried, NOON)
    shown = told_of(RefundCase(application(BACK, state), since, repayment or None), ALMANAC)
    assert shown.title == f"正常缴费退费：{says}" and because in shown.why
    assert (shown.since, shown.lasting) == ("11月20日 10:55 起，已 2 天 17 小时", "已 2 天 17 小时")
    assert (shown.who, shown.glyph) == ("张** TF2026000001", "微")


def test_what_went_by_its_network_before_there_were_ways_is_told_so() -> None:
    """It has an account that it does not go to."""
    old = replace(TO_BANK, network=None, applicant="")
    for state in (RefundState.SENDING, RefundState.PAID_OUT):
        sent = replace(application(old, state), route=Route.NETWORK)
        pairs = {pair.key: pair.value for pair in record_of(sent, ALMANAC).pairs}
        assert pairs[Text("退到")] == "原路退回付款时使用的账户"
    again = replace(application(old, RefundState.TAKEN), route=Route.NETWORK)
    assert "6217" in {pair.key: pair.value for pair in record_of(again, ALMANAC).pairs}[Text("退到")]
