"""What visitors take along: a certificate on the phone, a slip of what was done; and the same slip again, later."""

from kit.walks.h5 import logged_in
from kit.walks.money import MONEY
from kit.walks.stops import DOWNLOAD, PRINT, Walk, stops
from kit.walks.wechat import WECHAT

CERTIFICATE = WECHAT["wechat.certificate.payment"][:-2]
PAID = WECHAT["wechat.flexible.pay_self"][:-1]
DECLARED = WECHAT["wechat.flexible.declare_base"][:-1]
APPLIED = MONEY["tax_app.refund.normal"][:-1]
OUT = "已打印，请取走"

ALONG: dict[str, Walk] = {
    "wechat.certificate.payment.to_the_phone": (
        *CERTIFICATE,
        *stops(
            "wechat",
            ("payment_document", "secondary", "下载至手机"),
            ("payment_document", DOWNLOAD, "只能下载一次"),
            ("payment_document", "phone.primary", "已下载"),
            ("payment_document", PRINT),
            ("payment_document", "", "打印好了"),
        ),
    ),
    "wechat.flexible.pay_self.slip": (
        *PAID,
        *stops(
            "wechat",
            ("result", "dock.lever.printer.no_paper slip.a4", "打印凭条"),
            ("result", "dock.lever.printer.none slip.roll", "缺纸"),
            ("result", "home", OUT),
        ),
        *logged_in("张建国", "payment_records"),
        *stops(
            "tax_app",
            ("payment_records", "reprint.row.0"),
            ("payment_records", "slip.a4"),
            ("payment_records", "", OUT),
        ),
    ),
    "wechat.flexible.declare_base.slip": (
        *DECLARED,
        *stops("wechat", ("declared", "slip.roll"), ("declared", "", OUT)),
    ),
    "tax_app.refund.normal.slip": (
        *APPLIED,
        *stops("tax_app", ("refund_normal_saved", "slip.roll"), ("refund_normal_saved", "", OUT)),
    ),
}
