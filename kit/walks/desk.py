"""The staff's desk, page by page: what a payment of this day is there."""

from kit.people.staff import DEMO_NUMBER, DEMO_PIN
from kit.walks.stops import HOLD, ORDER, TYPE, Walk, home, stops
from kit.walks.wechat import WECHAT

PAID = WECHAT["wechat.flexible.pay_self"]
ENTERED = (
    *PAID[:-1],
    *stops("wechat", ("result", "home")),
    home(f"{HOLD}staff.door:staff.pin"),
    *stops("staff", ("pin", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next")),
)

DESK: dict[str, Walk] = {
    "wechat.flexible.pay_self.day_end": (
        *ENTERED,
        *stops(
            "staff",
            ("refunds", "tab.day", "没有待办的退费申请"),
            ("day", "secondary", "878.94"),
            ("day_on", "day.2026-11-23"),
            ("day", "secondary", "当天收款"),
            ("day_on", "day.2026-11-24"),
            ("day", "next", "今日收款"),
            ("day_paper", "zoom close next", "第 1 页，共 1 页"),
            ("day_paper", "next", "已打印，请取走签字"),
            ("day", "differences", "还没有账单"),
            ("bills", "lock"),
        ),
        home(""),
    ),
    "wechat.flexible.pay_self.out_of_paper": (
        *ENTERED,
        *stops(
            "staff",
            ("refunds", "tab.devices", "没有待办的退费申请"),
            ("devices", "dock.lever.printer.no_paper next", "可以收款"),
            ("devices", "line.printer.roll check.printer.roll", "A4 打印机缺纸"),
            ("devices", "device.printer.a4 test.printer.a4", "蓝牙打印机"),
            ("devices", "dock.lever.printer.none test.printer.a4", "测试页没有通过"),
            ("devices", "lock", "测试页通过"),
        ),
        home(""),
    ),
    "wechat.flexible.pay_self.looked_up": (
        *ENTERED,
        *stops(
            "staff",
            ("refunds", "tab.find", "没有待办的退费申请"),
            ("find", f"{TYPE}0000 next"),
            ("find", f"key.clear {ORDER} next", "没有以这些数字结尾的单号"),
            ("found", "reprint.row.0 slip.roll", "已付款，已入账"),
            ("found", "next", "已打印，请取走"),
            ("found", "next", "支付渠道答复已付款"),
            ("find", "tab.orders"),
            ("orders", "lock"),
        ),
        home(""),
    ),
}
