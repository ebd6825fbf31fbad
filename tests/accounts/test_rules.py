"""What may stand in a report of an account: the card, its bank, its holder, its day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.accounts.rules import flaws, holder_problem
from tests.accounts.samples import BANKS, COMM_17, CREDIT, HOLDER, ICBC, NOBODYS, card, details

TODAY = date(2026, 11, 23)
OTHER = "账户名称要与缴费人姓名一致，请使用本人的银行卡"


@pytest.mark.parametrize(
    ("holder", "payer"),
    [
        ("张建国", "张建国"),
        (" 张建国 ", "张建国"),
        ("古丽·艾山", "古丽·艾山"),
        ("阿卜杜热西提·麦麦提·吐尔逊", "阿卜杜热西提·麦麦提·吐尔逊"),
        ("JOHN  SMITH", "John Smith"),
        ("MARIA DE LOS ANGELES O'BRIEN-LOPEZ", "MARIA DE LOS ANGELES O'BRIEN-LOPEZ"),
        ("𫍯𬀩", "𫍯𬀩"),
        ("古丽•艾山", "古丽·艾山"),
        ("张 建国", "张建国"),
        ("刘\ue863", "刘䶮"),
    ],
)
def test_a_real_name_passes(holder: str, payer: str) -> None:
    assert holder_problem(holder, payer) is None


@pytest.mark.parametrize(
    ("holder", "payer", "problem"),
    [
        ("李桂兰", "张建国", OTHER),
        ("古丽艾山", "古丽·艾山", OTHER),
        ("JOHNSMITH", "JOHN SMITH", OTHER),
        ("张建国2", "张建国", "姓名里有数字，请对照证件检查"),
        ("张建国\u200b", "张建国", "姓名里有看不见的字符，请清空后重新输入"),
        ("  ", "张建国", "请输入姓名"),
    ],
)
def test_another_name_or_a_bad_one_is_refused(holder: str, payer: str, problem: str) -> None:
    assert holder_problem(holder, payer) == problem


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, {}),
        ({"opened_on": TODAY}, {}),
        ({"opened_on": TODAY + timedelta(days=1)}, {"opened_on": "开户日期必须小于等于当前日期！"}),
        ({"holder": "李桂兰"}, {"holder": OTHER}),
        ({"bank": "ABC"}, {"bank": "这张卡是中国工商银行的，与所选的开户银行不一致"}),
        ({"number": NOBODYS}, {}),
        (
            {"number": CREDIT, "bank": "ABC"},
            {"number": "这是中国农业银行的信用卡，不能使用，请换一张借记卡（储蓄卡）"},
        ),
        (
            {"number": card("621226", 17), "bank": "", "holder": ""},
            {
                "number": "中国工商银行的这种卡是 19 位，已输入 17 位",
                "bank": "请选择开户银行",
                "holder": "请输入姓名",
            },
        ),
    ],
)
def test_every_flaw_by_its_field(changed: dict[str, Any], wrong: dict[str, str]) -> None:
    assert flaws(replace(details(ICBC), **changed), HOLDER, BANKS, TODAY) == wrong


def test_what_is_personal_is_not_in_what_is_printed_of_a_report() -> None:
    said = details(COMM_17)
    assert said.masked == "6222 **** **** " + COMM_17[-4:]
    assert COMM_17 not in repr(said) and HOLDER not in repr(said)
