"""What visitors take along: a certificate on the phone."""

from kit.walks.stops import DOWNLOAD, PRINT, Walk, stops
from kit.walks.wechat import WECHAT

CERTIFICATE = WECHAT["wechat.certificate.payment"][:-2]

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
}
