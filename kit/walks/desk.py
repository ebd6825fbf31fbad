"""The staff's desk, page by page: what a payment of this day is there, and what is taken out of service."""

from kit.people.staff import DEMO_NUMBER, DEMO_PIN
from kit.walks.stops import HOLD, ORDER, TYPE, Stop, Walk, home, stops
from kit.walks.wechat import WECHAT

PAID = WECHAT["wechat.flexible.pay_self"]
CORNERS = ("bottom_right", "top_left", "bottom_left", "top_right")
DOOR = f"{HOLD}staff.door:staff.pin"
SIGNED_IN = stops("staff", ("pin", f"{TYPE}{DEMO_NUMBER} key.next {TYPE}{DEMO_PIN} next"))
ENTERED = (*PAID[:-1], *stops("wechat", ("result", "home")), home(DOOR), *SIGNED_IN)

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
            ("devices", "line.screen test.screen", "测试页通过"),
            ("devices", "corner.top_left corner.fails", "用手指点屏幕的四个角"),
            ("devices", "test.screen", "有角点不到"),
            ("devices", " ".join(f"corner.{corner}" for corner in CORNERS), "点到 0 个，共 4 个"),
            ("devices", "line.sound test.sound", "测试通过"),
            ("devices", "test.unheard", "听到了吗"),
            ("devices", "test.sound test.heard", "没有人听到"),
            ("devices", "lock", "测试通过"),
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
            ("find", "tab.day"),
            ("day", "tab.orders", "重打 1，未确认 0"),
            ("orders", "lock"),
        ),
        home(""),
    ),
    "wechat.flexible.pay_self.suspended": (
        home(DOOR),
        *SIGNED_IN,
        *stops(
            "staff",
            ("refunds", "tab.day", "没有待办的退费申请"),
            ("day", "list.stuck", "0.00"),
            ("stuck", "tab.settings", "本机没有计数"),
            ("settings", "item.wechat", "停用和恢复"),
            ("suspend", "option.upgrade option.hour next", "停用微信，到 10:54"),
            ("settings", "item.export", "微信已经停用，11:24 恢复"),
            ("settings", "item.close no", "没有找到 U 盘：请插好，等它亮了再点一次"),
            ("settings", "lock"),
        ),
        home("tile.matter.certificate"),
        Stop("matter.certificate", ("home",), "暂停，系统升级，11:24 恢复"),
        home(DOOR),
        *SIGNED_IN,
        *stops(
            "staff",
            ("refunds", "tab.settings", "没有待办的退费申请"),
            ("settings", "next", "停用和恢复"),
            ("suspend", "option.window option.never next", "停用本机，到 10:54"),
            ("settings", "lock", "本机已经停用"),
        ),
        Stop("suspended", (DOOR,), "10:24 停的"),
        *SIGNED_IN,
        *stops(
            "staff",
            ("refunds", "tab.settings", "没有待办的退费申请"),
            ("settings", "next yes", "停用和恢复"),
            ("settings", "item.wechat yes", "本机已经恢复办理"),
            ("settings", "lock", "微信已经恢复办理"),
        ),
        home(""),
    ),
}
