"""How a refund is walked by each way that its money goes, to its end at the staff's."""

from kit.people.staff import DEMO_NUMBER, DEMO_PIN, SECOND_NUMBER, SECOND_PIN
from kit.walks.cases import PROOF, REASON
from kit.walks.h5 import logged_in
from kit.walks.money import ARREARS, CARD, PENSION, PHONE, SEND, UNSENT, applies, finds, looked_over, refund
from kit.walks.stops import BILLS, HOLD, ROW, SWEEP, TYPE, WEEK, WRITE, Walk, home, stops
from kit.walks.wechat import WECHAT

NUMBER = "TF2026000001"
TODAY = "day.2026-11-24"
"""The day on which every walk begins."""
ENTERED = "已记入您的缴费记录"
PROMISED = "审核通过后退费将会直接到用户填写的银行账户上。"
SENT_BACK = "原路退回付款时使用的微信账户"
SECOND = f"{TYPE}{SECOND_NUMBER} key.next {TYPE}{SECOND_PIN} next"
HEIR = "李小明"


def _paid(flow: str) -> Walk:
    """A payment by WeChat at the terminal, entered; and back to Home."""
    return (*WECHAT[flow][:-1], *stops("wechat", ("result", "home", ENTERED)))


def _finds_todays(person: str) -> Walk:
    """What was paid today for somebody, found by the day."""
    return (
        *logged_in(person, "refund_normal"),
        *stops(
            "tax_app",
            ("refund_normal", "select.first"),
            ("refund_normal_first", TODAY),
            ("refund_normal", "select.last"),
            ("refund_normal_last", TODAY),
            ("refund_normal", "next"),
            ("refund_normal_found", f"{ROW}do"),
        ),
    )


def _to_the_account(form: str) -> Walk:
    """A form that asks for the account, filled in: ground and bank are picked."""
    return stops(
        "tax_app",
        (form, "select.ground"),
        (f"{form}_ground", "option.duplicate"),
        (form, "select.bank"),
        (f"{form}_bank", "option.GZRCU"),
        (form, f"field.phone {TYPE}{PHONE} field.account {TYPE}{CARD} next"),
        (form, SEND, UNSENT),
    )


def _staff(*pairs: tuple[str, str] | tuple[str, str, str]) -> Walk:
    """Staff come in, take the application, and go on with it."""
    return (
        home(f"{HOLD}staff.door:staff.pin"),
        *stops(
            "staff",
            ("pin", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next"),
            ("refunds", "next"),
            *pairs,
        ),
    )


def _looks_it_up(person: str, says: str) -> Walk:
    """The applicant comes back later, when another code is sent, and reads the record."""
    return (
        home("dock.lever.clock.5"),
        *logged_in(person, "refund_normal"),
        *stops("tax_app", ("refund_normal", "secondary"), ("refund_normal_records", "", says)),
    )


APPLIED_BY_NETWORK = (
    *_paid("wechat.flexible.pay_self"),
    *_finds_todays("张建国"),
    *stops(
        "tax_app",
        ("refund_normal_by_network", "secondary", SENT_BACK),
        ("refund_normal_account", "back"),
        ("refund_normal_by_network", "select.ground"),
        ("refund_normal_by_network_ground", "option.duplicate"),
        ("refund_normal_by_network", f"field.phone {TYPE}{PHONE} next"),
        ("refund_normal_by_network", SEND, UNSENT),
        ("refund_normal_saved", "home", f"审核通过后退费将{SENT_BACK}。"),
    ),
)

REFUNDS: dict[str, Walk] = {
    "tax_app.refund.normal.by_network": (
        *APPLIED_BY_NETWORK,
        *_staff(
            ("refunds", f"{ROW}approve", SENT_BACK),
            ("refunds", "next", "由终端原路退回付款人"),
            ("refunds", "next", f"{NUMBER} 已审核通过"),
        ),
        *_looks_it_up("张建国", SENT_BACK),
    ),
    "tax_app.refund.normal.found_at_the_platform": (
        *APPLIED_BY_NETWORK,
        *_staff(
            ("refunds", f"dock.lever.network.down {ROW}approve next", f"{NUMBER} 已受理"),
            ("refunds", "next", f"{NUMBER} 已审核通过"),
        ),
        home(f"{SWEEP} dock.lever.clock.1440 {HOLD}staff.door:staff.pin"),
        *stops(
            "staff",
            ("pin", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next"),
            ("refunds", f"{ROW}sent_back next", "原路退回，还没有回音"),
            ("refund_sent_back", f"field.proof {TYPE}{PROOF} key.next {WRITE}{REASON} board.done", "商户退款单号"),
            ("refund_sent_back", SECOND),
            ("refunds", "next", f"{NUMBER} 已记为“已在商户平台退回”，878.94 元"),
        ),
        *_looks_it_up("张建国", "已退费"),
    ),
    "tax_app.refund.normal.never_sent": (
        *APPLIED_BY_NETWORK,
        *_staff(
            ("refunds", f"dock.lever.network.down {ROW}approve next", f"{NUMBER} 已受理"),
            ("refunds", "next", f"{NUMBER} 已审核通过"),
        ),
        home(f"{SWEEP} dock.lever.clock.1440 {HOLD}staff.door:staff.pin"),
        *stops(
            "staff",
            ("pin", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next"),
            ("refunds", f"{ROW}stop next", "原路退回，还没有回音"),
            ("refunds", f"{ROW}never_sent next", f"{NUMBER} 已停止重发，等对账单确认有没有收到"),
            ("never_sent", f"field.reason {WRITE}{REASON} board.done"),
            ("never_sent", SECOND),
            ("never_sent", "home home.leave", "的对账单还没有核对完，请等它到了再记"),
        ),
        home(f"dock.lever.network.none {WEEK} {BILLS} {SWEEP} {HOLD}staff.door:staff.pin"),
        *stops(
            "staff",
            ("pin", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next"),
            ("refunds", f"{ROW}never_sent next", "没有回音，已停止重发"),
            ("never_sent", f"field.reason {WRITE}{REASON} board.done"),
            ("never_sent", SECOND),
            ("refunds", f"{ROW}approve next", f"{NUMBER} 已记为“没有发出过”，请重新审核"),
            ("refunds", "next", f"{NUMBER} 已审核通过"),
        ),
        home(""),
    ),
    "tax_app.refund.normal.paid_by_another": (
        *_paid("wechat.flexible.pay_other"),
        *_finds_todays("王秀英"),
        *_to_the_account("refund_normal_form"),
        *stops("tax_app", ("refund_normal_saved", "home", PROMISED)),
        *_staff(
            ("refunds", f"{ROW}approve", "6217"), ("refunds", "next", "退到银行账户"), ("refunds", "", "已审核通过")
        ),
    ),
    "tax_app.refund.normal.paid_by_the_bank": (
        *refund("normal", "张建国", PENSION)[:-1],
        *stops("tax_app", ("refund_normal_saved", "home", PROMISED)),
        *_staff(
            ("refunds", f"{ROW}approve next", f"{NUMBER} 已受理"),
            ("refunds", "next", "还欠退 1 笔，共 878.94 元"),
            ("refunds", f"{ROW}pay_out next", f"{NUMBER} 已转退库"),
            ("second", f"field.second {SECOND}", "另一位工作人员自己输"),
            ("refunds", f"{ROW}came_back next", f"{NUMBER} 已退费"),
            ("second", f"field.second {SECOND}", "878.94"),
            ("refunds", f"{ROW}approve next", f"{NUMBER} 已记为银行退回"),
            ("refunds", "next", f"{NUMBER} 已审核通过"),
            ("refunds", f"{ROW}pay_out next", f"{NUMBER} 已转退库"),
            ("second", f"field.second {SECOND}"),
            ("refunds", "secondary", f"{NUMBER} 已退费"),
        ),
        *_looks_it_up("张建国", "已退费"),
    ),
    "tax_app.refund.special.to_an_heir": (
        *finds("special", "刘志强", ARREARS),
        *applies("special", "deceased", "next"),
        *looked_over("refund_special_form"),
        *stops(
            "tax_app",
            (
                "refund_special_form",
                f"field.holder board.delete board.delete board.delete {WRITE}{HEIR} next",
                "参保人已故",
            ),
            ("refund_special_form", SEND, UNSENT),
            ("refund_special_saved", "home", "死亡证明、与参保人的关系证明"),
        ),
        *_staff(
            ("refunds", f"{ROW}approve", "法定继承人"),
            ("refunds", "next", "应核对死亡证明"),
            ("refunds", "", f"{NUMBER} 已审核通过"),
        ),
    ),
}
"""By the flow and what is special about it."""
