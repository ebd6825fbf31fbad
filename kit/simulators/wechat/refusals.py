"""How the simulated WeChat Pay says no: HTTP status, code, and the numeric reason that ends its `Request-ID`.

Codes are those of WeChat Pay API v3, native and refunds; a reason of 0 is one that is not published.
"""


class Refusal(Exception):
    """An error answer."""

    def __init__(self, status: int, code: str, message: str, reason: int = 0) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status, self.code, self.message, self.reason = status, code, message, reason

    @property
    def is_signed(self) -> bool:
        """Whether the answer is: not where nobody is known to have asked."""
        return self.status != 401


def sign_error(message: str) -> Refusal:
    return Refusal(401, "SIGN_ERROR", message, 268443699)


def bad_parameter(message: str) -> Refusal:
    return Refusal(400, "PARAM_ERROR", message)


def invalid_request(message: str) -> Refusal:
    return Refusal(400, "INVALID_REQUEST", message)


def another_merchant() -> Refusal:
    return Refusal(400, "MCH_NOT_EXISTS", "mchid is not the one that signed")


def not_its_merchant() -> Refusal:
    return Refusal(403, "NO_AUTH", "sub_mchid is no merchant of this service provider")


def another_mode() -> Refusal:
    return Refusal(403, "NO_AUTH", "this interface is not for merchants of this kind")


def another_app() -> Refusal:
    return Refusal(400, "APPID_MCHID_NOT_MATCH", "appid does not belong to mchid")


def number_taken() -> Refusal:
    return Refusal(400, "INVALID_REQUEST", "out_trade_no exists with other parameters", 268498688)


def already_paid() -> Refusal:
    return Refusal(400, "ORDERPAID", "the order is paid", 268449538)


def already_closed() -> Refusal:
    return Refusal(400, "ORDER_CLOSED", "the order is closed", 268447914)


def being_paid() -> Refusal:
    return Refusal(202, "USER_PAYING", "the payer is at the password")


def no_such_order() -> Refusal:
    return Refusal(404, "ORDER_NOT_EXIST", "no such order", 268512771)


def no_such_refund() -> Refusal:
    return Refusal(404, "RESOURCE_NOT_EXISTS", "no such refund or order")


def no_bill() -> Refusal:
    return Refusal(400, "NO_STATEMENT_EXIST", "no bill: nothing happened on that day")


def not_made_yet() -> Refusal:
    return Refusal(400, "STATEMENT_CREATING", "the bill is being made")


def payer_is_gone() -> Refusal:
    return Refusal(403, "USER_ACCOUNT_ABNORMAL", "the payer's account is abnormal or was closed")


def too_little() -> Refusal:
    return Refusal(403, "NOT_ENOUGH", "the merchant's account holds too little")


def no_such_path() -> Refusal:
    return Refusal(404, "NOT_FOUND", "no such interface")


def server_error() -> Refusal:
    return Refusal(500, "SYSTEM_ERROR", "system busy")


def too_often() -> Refusal:
    return Refusal(429, "FREQUENCY_LIMITED", "asked too often", 268447840)
