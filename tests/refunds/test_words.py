"""What staff and visitors read about refunds: each word and sentence where it belongs."""

from domain.refunds import problems, queries
from domain.refunds.application import Ground, Kind, SumKind
from domain.refunds.events import RefundEvent
from domain.refunds.holders import Holder
from domain.refunds.life import EVENTS
from domain.refunds.states import RefundState

GROUNDS = [
    *("重复缴费", "多缴、错缴", "税务机关误收", "不属于参保范围", "参加职工保险", "异地重复参保", "属于政府资助对象"),
    *("参保人死亡", "出国（境）定居", "已享受待遇后缴费", "其他"),
]
STATES = "已提交 审核中 审核通过 退库中 已退费 审核不通过 已撤回"
DONE = [
    *("提交", "受理", "撤回", "填写收款账户", "审核通过", "审核不通过", "退库", "退回重审", "标记已退费"),
    *("记为已在商户平台退回", "记为没有发出过", "标记银行退回"),
]
WORDS = "submit take withdraw address approve refuse send return pay_out send_back never_send come_back"
PAPERS = {
    Holder.INSURED: ("缴费人本人", ""),
    Holder.HEIR: ("法定继承人", "死亡证明、与参保人的关系证明、继承人的身份证件和银行卡"),
    Holder.GUARDIAN: ("监护人", "户口簿或出生证明、监护人的身份证件和银行卡"),
}
OF_REFUNDS = {
    "NO_SUCH": ("NOT_YOURS", "没有找到这份退费申请"),
    "SENT_BY_NETWORK": ("BY_NETWORK", "这笔退费由终端经原支付渠道退回，不需要人工标记"),
    "ON_ITS_WAY": ("ON_ITS_WAY", "这笔退费可能正在原路退回，没有结果以前不能改由别的方式退"),
    "NO_ACCOUNT": ("NO_ACCOUNT", "这笔退费不能原路退回，请填写收款的银行账户"),
    "BY_BANK": ("BY_BANK", "这笔退费由银行付款，要由两个人记下银行付没付"),
    "NO_PROOF": ("NO_PROOF", "单号不对：应是 8 到 32 位字母和数字，请核对"),
    "OTHER_PROOF": ("NO_PROOF", "单号对不上：应是这笔退款在商户平台的单号，请核对"),
    "NO_REASON": ("NO_REASON", "请写明为什么这样办"),
    "SPOKEN": ("SPOKEN", "支付渠道刚刚有了明确答复，由机器按它办理，不能再手工记。"),
}


def test_grounds_states_and_what_has_happened() -> None:
    assert [ground.label for ground in Ground] == GROUNDS
    assert [state.label for state in RefundState] == STATES.split(" ")
    assert [kind.label for kind in SumKind] == ["费款", "滞纳金", "利息"]
    assert [kind.label for kind in Kind] == ["正常缴费退费", "特殊缴费退费"]
    events: list[type[RefundEvent]] = list(EVENTS.values())
    assert [event.label for event in events] == DONE
    assert [event.word for event in events] == list(EVENTS) == WORDS.split()


def test_whose_an_account_is_and_what_has_to_be_shown() -> None:
    assert {holder: (holder.label, holder.papers) for holder in Holder} == PAPERS


def test_why_nothing_was_done() -> None:
    for name, (reason, sentence) in OF_REFUNDS.items():
        problem = getattr(problems, name)
        assert (problem.reason.name, problem.sentence) == (reason, sentence)


def test_what_a_query_is_told() -> None:
    assert queries.NONE_FOUND == "未查询到任何可退税费信息"
    assert queries.NEITHER == "票证号码和税款不能同时为空，请选择其中一种进行查询"
