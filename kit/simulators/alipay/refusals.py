"""How the simulated Alipay says no: code, msg, sub_code and sub_msg (gateway codes, and those of alipay.trade.*)."""

MESSAGES = {
    "20001": "Insufficient Token Permissions",
    "20000": "Service Currently Unavailable",
    "40001": "Missing Required Arguments",
    "40002": "Invalid Arguments",
    "40004": "Business Failed",
    "40005": "Call Limited",
}


class Refusal(Exception):
    """An error answer. `is_general`: no interface was reached, and it is not told under the interface's name.

    What is general, and what comes from no application that is known, is not signed: there is no key to sign it with.
    """

    def __init__(self, code: str, sub_code: str, message: str, *, is_general: bool = False) -> None:
        super().__init__(f"{code} {sub_code} {message}")
        self.code, self.sub_code, self.message, self.is_general = code, sub_code, message, is_general
        self.is_signed = not is_general and not sub_code.endswith("app-id")

    @property
    def content(self) -> dict[str, str]:
        return {
            "code": self.code,
            "msg": MESSAGES[self.code],
            "sub_code": self.sub_code,
            "sub_msg": self.message,
        }


def missing(what: str, *, is_general: bool = False) -> Refusal:
    return Refusal("40001", f"isv.missing-{what}", f"{what} is missing", is_general=is_general)


def invalid(what: str, *, is_general: bool = False) -> Refusal:
    return Refusal("40002", f"isv.invalid-{what}", f"{what} is not valid", is_general=is_general)


def no_right() -> Refusal:
    return Refusal("20001", "aop.invalid-app-auth-token", "the merchant's token is missing or not valid")


def illegal_json() -> Refusal:
    return Refusal("40002", "isv.illegal-json", "biz_content is not a JSON object")


def failed(word: str, message: str) -> Refusal:
    return Refusal("40004", f"ACQ.{word}", message)


def bad_bill_date() -> Refusal:
    return Refusal("40004", "invalid_arguments", "there is no bill of that day and kind")


def no_bill() -> Refusal:
    return Refusal("40004", "isp.bill_not_exist", "the bill does not exist")


def bad_parameter(name: str) -> Refusal:
    return failed("INVALID_PARAMETER", name)


def no_such_trade() -> Refusal:
    return failed("TRADE_NOT_EXIST", "no such trade")


def already_paid() -> Refusal:
    return failed("TRADE_HAS_SUCCESS", "the trade is paid")


def already_closed() -> Refusal:
    return failed("TRADE_HAS_CLOSE", "the trade is closed")


def number_taken() -> Refusal:
    return failed("CONTEXT_INCONSISTENT", "out_trade_no exists with other parameters")


def not_waiting() -> Refusal:
    return failed("REASON_TRADE_STATUS_INVALID", "only an unpaid trade can be closed")


def unavailable() -> Refusal:
    return Refusal("20000", "isp.unknow-error", "system busy")


def too_often() -> Refusal:
    return Refusal("40005", "isv.app-call-limited", "asked too often")
