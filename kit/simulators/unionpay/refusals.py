"""How the simulated UnionPay says no: a `respCode` and its text (ACP 5.1.0, 应答码).

A refusal is signed like any answer, even of a request whose own signature does not hold.
"""

TEXTS = {
    "00": "成功",
    "05": "交易已受理，请稍后查询交易结果",
    "10": "报文格式错误",
    "11": "验证签名失败",
    "12": "重复交易",
    "13": "报文交易要素缺失",
    "31": "商户状态不正确",
    "32": "无此交易权限",
    "34": "查无此交易",
    "35": "原交易不存在或状态不正确",
    "36": "与原交易信息不符",
    "37": "已超过最大查询次数或操作过于频繁",
    "39": "交易不在受理时间范围内",
    "42": "扣款成功但交易超过规定支付时间",
    "45": "原交易已被成功退货或已被成功撤销",
    "61": "输入的卡号无效，请确认后输入",
    "64": "卡上的余额不足",
    "74": "扣款成功，销账未知",
    "75": "扣款成功，销账失败",
    "76": "需要验密开通",
    "95": "其他",
    "98": "文件不存在",
}


def message(code: str, about: str = "") -> str:
    """The text beside a code, its detail in brackets as UnionPay writes it."""
    return f"{TEXTS[code]}[{code}00000]{about}"


class Refusal(Exception):
    """An answer other than 00. `about` names what is wrong."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(f"{code} {about}".strip())
        self.code, self.message = code, message(code, about)


def badly_formed(about: str) -> Refusal:
    return Refusal("10", about)


def not_signed(about: str) -> Refusal:
    return Refusal("11", about)


def duplicate() -> Refusal:
    return Refusal("12")


def missing(name: str) -> Refusal:
    return Refusal("13", name)


def unknown_merchant() -> Refusal:
    return Refusal("31", "merId")


def not_allowed() -> Refusal:
    return Refusal("32")


def no_such_trade() -> Refusal:
    return Refusal("34")


def no_such_payment() -> Refusal:
    return Refusal("35", "origQryId")


def more_than_is_left() -> Refusal:
    return Refusal("36", "txnAmt")


def too_often() -> Refusal:
    return Refusal("37")


def too_late(name: str) -> Refusal:
    return Refusal("39", name)


def no_file() -> Refusal:
    return Refusal("98")


def nothing_left() -> Refusal:
    return Refusal("45")
