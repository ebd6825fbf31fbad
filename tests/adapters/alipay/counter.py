"""The simulated gateway, asked in its own words."""

from typing import Any

from adapters.payments.alipay.reply import Reply
from adapters.payments.alipay.wire import Wire
from tests.adapters.alipay.stand import METHODS

DAY = "2026-11-23"
GOOD: dict[str, Any] = {
    "out_trade_no": "A1",
    "seller_id": "2088100000000109",
    "total_amount": "1.00",
    "subject": "医疗保险",
    "product_code": "FACE_TO_FACE_PAYMENT",
    "time_expire": f"{DAY} 12:05:00",
    "qr_code_timeout_express": "5m",
}
R1: dict[str, Any] = {"out_trade_no": "A1", "out_request_no": "R1", "refund_amount": "1.00"}


class Counter:
    """Asks what our client would not, by our client's signature."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def ask(self, call: str, content: dict[str, Any]) -> dict[str, Any]:
        answer = self._wire.call(METHODS[call], content)
        assert isinstance(answer, Reply), answer
        return answer.fields

    def said(self, call: str, content: dict[str, Any]) -> str:
        """`sub_code`, or nothing if it went well."""
        fields = self.ask(call, content)
        assert fields["code"] == ("40004" if "sub_code" in fields else "10000")
        return str(fields.get("sub_code", "")).removeprefix("ACQ.")

    def code(self, **changes: object) -> str:
        """The code of a good order, changed."""
        return str(self.ask("create", GOOD | changes)["qr_code"])
