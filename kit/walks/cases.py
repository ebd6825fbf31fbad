"""Payments that go astray: called off, or such that nobody saw an answer, and staff end them a day later."""

from kit.people.staff import DEMO_NUMBER, DEMO_PIN, SECOND_NUMBER, SECOND_PIN
from kit.walks.h5 import ALIPAY, logged_in
from kit.walks.money import MONEY
from kit.walks.stops import (
    BILLS,
    HOLD,
    PERSON,
    PHONE,
    PLATFORM,
    ROW,
    SMS,
    SWEEP,
    TYPE,
    WRITE,
    Walk,
    home,
    stops,
)
from kit.walks.wechat import WECHAT

PROOF, VOUCHER = "50000408942018111907145868882", "5201990000000000042"
WRONG_PIN = "135790"
PAID = WECHAT["wechat.flexible.pay_self"]
TO_THE_CODE = PAID[:-2]
REASON, SETTLED, ANOTHER = "付款人来大厅要求", "已记为", "第二人不能是您自己"
CANCELLED = "已取消，没有扣款"
OTHER = "50000408942018111907145868883"
AGAIN = f"field.second_pin {TYPE}{SECOND_PIN}"


def _staff(*pairs: tuple[str, str] | tuple[str, str, str]) -> Walk:
    return stops("staff", *pairs)


UNANSWERED = (
    *TO_THE_CODE,
    *stops(
        "wechat", ("pay", f"dock.lever.network.down {PHONE} dock.done secondary"), ("pay", "home", "暂时查不到付款结果")
    ),
    home(f"dock.lever.clock.120 {SWEEP} dock.lever.clock.1440 {SWEEP} {HOLD}staff.door:staff.pin"),
    *_staff(("pin", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next")),
)

CASES: dict[str, Walk] = {
    "wechat.flexible.pay_self.three_matters": (
        *PAID[:-1],
        *stops(
            "wechat",
            ("result", "dock.done secondary"),
            ("menu", "item.flexible_self"),
            ("confirm_flexible", "option.medical select.agency"),
            ("flexible_agency", "option.520100 option.520102M"),
            ("confirm_flexible", "select.tier"),
            ("flexible_tier", "tier.3.40 next"),
            ("confirm_flexible", "next"),
            ("pick_method", "next"),
            ("pay", PHONE),
            ("result", "secondary"),
        ),
        *WECHAT["wechat.certificate.payment"][3:],
    ),
    "wechat.flexible.pay_self.another": (
        *PAID[:-1],
        *stops("wechat", ("result", "secondary"), ("menu", "item.tier_records", "张建国"), ("tier_records", "")),
    ),
    "wechat.flexible.pay_self.staff_called": (
        home("help call call.cancel call help.done tile.wechat"),
        *PAID[1:3],
        *stops(
            "wechat",
            ("menu", "help", "已叫"),
            ("menu", "dock.bell", "等工作人员应答"),
            ("menu", "help.done item.flexible_self", "工作人员知道了，正在过来"),
        ),
        *PAID[4:],
    ),
    "wechat.flexible.declare_base.by_matter": (
        home("tile.matter.declare"),
        *stops(
            "matter",
            ("declare", "way.wechat"),
        ),
        *WECHAT["wechat.flexible.declare_base"][1:3],
        *stops("wechat", ("menu", "item.flexible_self", "全部功能")),
        *WECHAT["wechat.flexible.declare_base"][4:-2],
        *stops("wechat", ("confirm_flexible", "next"), ("declared", "")),
    ),
    "alipay.flexible.declare_base.by_matter": (
        home("tile.matter.declare"),
        *stops("matter", ("declare", "way.alipay")),
        *ALIPAY["alipay.flexible.declare_base"][1:3],
        *stops(
            "alipay",
            ("query_flexible", "back"),
            ("menu", "item.flexible"),
            ("query_flexible", "option.pension next"),
            ("flexible_tier", "tier.60 next"),
            ("declared", ""),
        ),
    ),
    "tax_app.refund.normal.by_matter": (
        home("tile.matter.refund"),
        *stops(
            "tax_app",
            ("download", "next"),
            ("login", f"{PERSON}张建国 {SMS} next"),
            ("menu", "item.others", "全部功能"),
            ("menu", "item.refund_normal", "城乡居民查询缴费"),
        ),
        *MONEY["tax_app.refund.normal"][4:],
    ),
    "tax_app.payment_records.by_matter": (
        home("tile.matter.records"),
        *stops("matter", ("records", "way.tax_app")),
        *stops(
            "tax_app",
            ("download", "next"),
            ("login", f"{PERSON}张建国 {SMS} next"),
            ("payment_records", "back"),
            ("menu", "", "全部功能"),
        ),
    ),
    "wechat.flexible.pay_self.called_off": (
        *TO_THE_CODE,
        *stops(
            "wechat",
            ("pay", "secondary"),
            ("pick_method", "dock.lever.network.down next", CANCELLED),
            ("pay", "secondary", "还没有扣款"),
            ("pick_method", "dock.lever.network.none next", CANCELLED),
            ("pay", PHONE),
            ("result", ""),
        ),
    ),
    "wechat.flexible.pay_self.sent_back_by_staff": (
        *UNANSWERED,
        *_staff(
            ("orders", f"{ROW}ask next", "有没有付款，一直没有答复"),
            ("orders", f"{ROW}posted {ROW}sent_back next", "支付渠道答复：没有明确答复"),
            ("sent_back", "next"),
            ("sent_back", f"field.proof {TYPE}{PROOF} key.next {WRITE}{REASON} board.done", "请输入退款单号"),
            ("sent_back", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next"),
            ("sent_back", f"key.clear {TYPE}{SECOND_NUMBER} key.next {TYPE}{WRONG_PIN} next", ANOTHER),
            ("sent_back", f"{TYPE}{SECOND_PIN} next", "工号或口令不对"),
            ("orders", "next", SETTLED),
            ("bills", "next", "没有等人处理的对账差错"),
            ("refunds", "next"),
        ),
        home("dock.lever.network.none tile.wechat"),
        *PAID[1:],
    ),
    "wechat.flexible.pay_self.refunded_at_the_platform": (
        *PAID[:-1],
        *stops("wechat", ("result", "home")),
        home(f"{PLATFORM} dock.lever.clock.1440 {BILLS} {HOLD}staff.door:staff.pin"),
        *_staff(
            ("pin", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next"),
            ("bills", f"{ROW}checked {ROW}sent_back next", "对方账单有这笔退款，我方没有"),
            ("bill_sent_back", f"field.proof {TYPE}{OTHER} key.next {WRITE}{REASON} board.done", "已付款，已入账"),
            ("bill_sent_back", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next"),
            ("bill_sent_back", f"key.clear {TYPE}{SECOND_NUMBER} key.next {TYPE}{SECOND_PIN} next", ANOTHER),
            ("bill_sent_back", f"field.proof key.clear {TYPE}{PROOF} {AGAIN} next", "单号对不上"),
            ("bills", "next", SETTLED),
            ("refunds", "next", "没有待办的退费申请"),
        ),
        home(""),
    ),
    "wechat.flexible.pay_self.posted_by_staff": (
        *UNANSWERED,
        *_staff(
            ("orders", f"{ROW}posted next", "有没有付款，一直没有答复"),
            ("posted", f"field.proof {TYPE}{VOUCHER} key.next {WRITE}{REASON} board.done"),
            ("posted", f"{TYPE}{SECOND_NUMBER} key.next {TYPE}{SECOND_PIN} next"),
            ("orders", "list.bills", SETTLED),
            ("bills", "list.refunds"),
            ("refunds", "lock"),
        ),
        home("dock.lever.network.none"),
        *logged_in("张建国", "payment_records"),
        *stops("tax_app", ("payment_records", "", VOUCHER)),
    ),
}
