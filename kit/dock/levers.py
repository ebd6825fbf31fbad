"""The dock's levers: what of the pretended world can be broken and mended, and the positions of each."""

from dataclasses import dataclass

from domain.words import Text
from viewmodels.words.rows import Row

LEVERS: dict[str, tuple[Text, dict[str, Text]]] = {
    "network": (
        Text("支付网络"),
        {
            "none": Text("正常"),
            "down": Text("断网"),
            "lose_answer": Text("丢失应答"),
            "bad_signature": Text("签名不对"),
            "wrong_amount": Text("金额不符"),
        },
    ),
    "refund": (
        Text("网络退款"),
        {
            "done": Text("正常"),
            "under_way": Text("没有下文"),
            "abnormal": Text("退款异常"),
            "closed": Text("退款关闭"),
            "failed": Text("退款失败"),
            "refused": Text("账户注销"),
            "short": Text("商户没钱"),
        },
    ),
    "printer": (
        Text("A4 打印机"),
        {
            "none": Text("正常"),
            "low": Text("纸少"),
            "no_paper": Text("缺纸"),
            "jam": Text("卡纸"),
            "cover_open": Text("开盖"),
            "offline": Text("断开"),
            "midway": Text("打到一半"),
            "silent": Text("不回话"),
        },
    ),
    "tax": (
        Text("税务系统"),
        {
            "none": Text("正常"),
            "down": Text("断开"),
            "refuse_posting": Text("不予入库"),
            "medical_elsewhere": Text("医保已在别处缴"),
        },
    ),
    "bank": (Text("银行签约"), {"none": Text("正常"), "down": Text("不应答"), "refuse": Text("不受理")}),
    "clock": (
        Text("时钟"),
        {
            "0": Text("现在"),
            "5": Text("快5分钟"),
            "120": Text("快2小时"),
            "1440": Text("快1天"),
            "night": Text("今晚23:05"),
        },
    ),
}


@dataclass(frozen=True, slots=True)
class Lever:
    """A lever with its positions."""

    id: str
    title: Text
    rows: tuple[Row, ...]
