"""What is never believed, what is asked again, and what is never asked, whichever the call."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from adapters.payments.alipay.client import Alipay
from domain.payment.network import Refused, Unclear
from tests.adapters.alipay.samples import CREATED, OK, REFUND, REFUNDED, TRADE, error
from tests.adapters.alipay.stand import ERROR, METHODS, Stand, ask, asked, order_of
from tests.adapters.stand import Now, openssl


@pytest.mark.parametrize("call", METHODS)
@pytest.mark.parametrize(
    "content",
    [
        error("isv.invalid-method", "40002"),
        error("isp.unknow-error", "20000"),
        error("ACQ.TRADE_NOT_EXIST"),
        error("ACQ.INVALID_PARAMETER"),
        error("ACQ.REASON_ILLEGAL_STATUS"),
        TRADE | CREATED | REFUND | REFUNDED,
    ],
)
def test_what_the_gateway_itself_says_is_unclear(stand: Stand, call: str, content: dict[str, str]) -> None:
    stand.say(ERROR, content)
    settings_are_wrong = content.get("sub_code", "").startswith("isv.") and call in {"create", "refund"}
    why = f"{content['code']} {content.get('sub_code', '')}".strip()
    assert ask(stand.client, call) == (Refused("isv.invalid-method") if settings_are_wrong else Unclear(why))


@pytest.mark.parametrize("call", METHODS)
@pytest.mark.parametrize("node", ["", ERROR])
@pytest.mark.parametrize(
    "content",
    [
        '{"code":"40002","sub_code":"isv.invalid-app-id"}',
        '{"code":"40004","sub_code":"ACQ.TRADE_NOT_EXIST"}',
        '{"code":"10000","out_trade_no":"20261123120000ABCDEF0001","trade_status":"TRADE_CLOSED"}',
    ],
)
def test_nothing_unsigned_is_believed(stand: Stand, call: str, node: str, content: str) -> None:
    """But that nothing was created, by whoever asked for that: what refuses so has asked no interface."""
    name = node or METHODS[call].replace(".", "_") + "_response"
    refused = call == "create" and "isv." in content
    for signature in ("", ',"sign":""'):
        stand.send(f'{{"{name}":{content}{signature}}}')
        assert ask(stand.client, call) == (Refused("isv.invalid-app-id") if refused else Unclear("unsigned"))


@pytest.mark.parametrize("call", METHODS)
@pytest.mark.parametrize(
    "body", ["", "[]", "{}", "null", "<html>502</html>", '{"sign":"x"}', '{"a":' * 100_000, "{" * 9]
)
def test_what_is_no_answer_at_all(stand: Stand, call: str, body: str) -> None:
    stand.send(body)
    assert ask(stand.client, call) == Unclear("unreadable")


@pytest.mark.parametrize("content", [[], [TRADE], None, "TRADE_SUCCESS", 10000])
def test_a_signed_answer_that_is_no_object(stand: Stand, content: object) -> None:
    stand.say("query", content)
    assert ask(stand.client, "query") == Unclear("unreadable")


def test_a_signed_answer_that_is_there_twice(stand: Stand) -> None:
    stand.say("query", TRADE)
    stand.send(stand.script.body.decode().replace('"sign"', '"alipay_trade_query_response":{},"sign"'))
    assert ask(stand.client, "query") == Unclear("unreadable")


@pytest.mark.parametrize(("status", "tries"), [(500, 3), (502, 3), (429, 3), (404, 1), (403, 1), (302, 1), (201, 1)])
def test_the_gateway_always_answers_with_200(stand: Stand, status: int, tries: int) -> None:
    stand.say("query", TRADE)
    stand.script.status = status
    assert ask(stand.client, "query") == Unclear(str(status))
    assert len(stand.script.heard) == tries


@pytest.mark.parametrize("call", METHODS)
@pytest.mark.parametrize(
    ("content", "tries"),
    [
        (error("isp.unknow-error", "20000"), 3),
        (error("ACQ.SYSTEM_ERROR"), 3),
        (error("aop.ACQ.SYSTEM_ERROR", "20000"), 3),
        (error("isv.app-call-limited", "40005"), 3),
        (error("ACQ.TRADE_NOT_EXIST"), 1),
        (error("ACQ.INVALID_PARAMETER"), 1),
        (error("isv.invalid-signature", "40002"), 1),
    ],
)
def test_only_what_may_mend_itself_is_tried_again(stand: Stand, call: str, content: object, tries: int) -> None:
    stand.say(call, content)
    ask(stand.client, call)
    assert len(stand.script.heard) == tries
    assert len({asked(heard)["biz_content"] for heard in stand.script.heard}) == 1


@pytest.mark.parametrize("call", METHODS)
@pytest.mark.parametrize(
    "content",
    [
        TRADE | CREATED | REFUND | REFUNDED,
        OK,
        error("isp.unknow-error", "20000"),
        error("ACQ.SYSTEM_ERROR"),
        error("ACQ.TRADE_HAS_SUCCESS"),
        error("ACQ.REASON_ILLEGAL_STATUS"),
        error("ACQ.CONTEXT_INCONSISTENT"),
    ],
)
def test_no_request_ever_revokes_a_trade(stand: Stand, call: str, content: object) -> None:
    """alipay.trade.cancel sends the money of a paid trade back."""
    stand.say(call, content)
    ask(stand.client, call)
    assert {asked(heard)["method"] for heard in stand.script.heard} == {METHODS[call]}
    assert not any("cancel" in heard.target or b"cancel" in heard.body for heard in stand.script.heard)


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_key_that_is_none_is_a_mistake_in_the_settings(stand: Stand, is_ours: bool) -> None:
    elliptic = openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
    stand.say("query", TRADE)

    def alipay(key: bytes) -> Alipay:
        ours = replace(stand.merchant, private_key=key)
        return Alipay(ours if is_ours else replace(stand.merchant, alipay_public_key=key), stand.base_url, Now())

    uses: tuple[Callable[[Alipay], object], ...] = (Alipay.prepare, lambda alipay: alipay.query(order_of()))
    for use in uses:
        with pytest.raises(ValueError):
            use(alipay(b"no key"))
        with pytest.raises(TypeError, match="is not an RSA key"):
            use(alipay(elliptic if is_ours else openssl("pkey", "-pubout", given=elliptic)))
