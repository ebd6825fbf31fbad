"""What may be signed, and by whose authority it is of use."""

from dataclasses import replace
from typing import Any

import pytest

from domain.agreements.agreement import Agreement, number
from domain.agreements.consent import PARAGRAPHS, TITLE
from domain.agreements.rules import collects, flaws
from domain.agreements.states import AgreementState
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Enrolment
from tests.accounts.samples import BANKS, CREDIT, HOLDER, ICBC, NOON, PHONE, terms


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, {}),
        ({"holder": "李桂兰"}, {"holder": "账户名称要与缴费人姓名一致，请使用本人的银行卡"}),
        ({"bank": "GYCB"}, {"bank": "这张卡是中国工商银行的，与所选的开户银行不一致"}),
        (
            {"account": CREDIT, "bank": "ABC"},
            {"account": "这是中国农业银行的信用卡，不能使用，请换一张借记卡（储蓄卡）"},
        ),
        ({"account": ICBC[:-1]}, {"account": "中国工商银行的这种卡是 19 位，已输入 18 位"}),
    ],
)
def test_every_flaw_by_its_field(changed: dict[str, Any], wrong: dict[str, str]) -> None:
    assert flaws(replace(terms(ICBC), **changed), HOLDER, BANKS) == wrong


@pytest.mark.parametrize(
    ("authority", "agencies", "does"),
    [("520102", ["520102P"], True), ("520102", ["520302P", "520102M"], True), ("520102", ["520302P"], False)],
)
def test_the_authority_that_collects_is_that_of_the_enrolment(authority: str, agencies: list[str], does: bool) -> None:
    enrolled = [Enrolment(Scheme.FLEXIBLE, Insurance.PENSION, agency) for agency in agencies]
    assert collects(authority, enrolled) is does
    assert not collects(authority, [])


def test_numbers_are_18_digits_that_no_province_gives() -> None:
    assert number("520102", 2026, 7) == "995201022026000007"


def test_what_is_personal_is_masked_and_not_in_what_is_printed() -> None:
    said = terms(ICBC)
    signed = Agreement(number="1", person=1, terms=said, state=AgreementState.PENDING, signed_at=NOON)
    assert (said.masked_account, said.masked_phone) == ("6212 **** **** " + ICBC[-4:], "199****0001")
    assert not [secret for secret in (ICBC, PHONE, HOLDER) if secret in repr(signed)]


def test_there_is_something_to_agree_to() -> None:
    assert TITLE == "个人委托扣款协议授权"
    assert len(PARAGRAPHS) == 5 and all(text.endswith("。") for text in PARAGRAPHS)
