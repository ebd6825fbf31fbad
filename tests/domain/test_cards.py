"""Card numbers: what is refused and in which words, and what is shown of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.accounts.cards import (
    DOUBTFUL,
    NOT_RECOGNISED,
    bank_problem,
    card_doubt,
    card_hint,
    card_problem,
    grouped,
    luhn,
    masked,
    masked_phone,
    tidy,
)
from tests.accounts.samples import BANKS, CCB_16, CIB_18, COMM_17, CREDIT, GZRCU, ICBC, NOBODYS, card


def mistyped(number: str) -> str:
    """With another last digit."""
    return number[:-1] + str((int(number[-1]) + 1) % 10)


@pytest.mark.parametrize(
    ("number", "bank"),
    [
        (GZRCU, "贵州农商联合银行"),
        (ICBC, "中国工商银行"),
        (CCB_16, "中国建设银行"),
        (COMM_17, "交通银行"),
        (CIB_18, "兴业银行"),
        (NOBODYS, NOT_RECOGNISED),
        (card("623990", 16), NOT_RECOGNISED),
    ],
)
def test_a_good_card_and_what_is_said_of_it(number: str, bank: str) -> None:
    assert (card_problem(number, BANKS), card_hint(number, BANKS)) == (None, bank)
    assert card_doubt(number) is None


@pytest.mark.parametrize(
    "number",
    [
        mistyped(ICBC),
        mistyped(GZRCU),
        mistyped(NOBODYS),
        GZRCU[:8] + GZRCU[9] + GZRCU[8] + GZRCU[10:],
        "6214830000000001",
        "4563510000000000001",
        "6221730000000000001",
    ],
)
def test_a_card_without_a_check_digit_is_doubted_and_not_refused(number: str) -> None:
    assert (card_problem(number, BANKS), card_doubt(number)) == (None, DOUBTFUL)


DIGITS = "银行卡号只有数字，请检查"


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (mistyped(CREDIT), "这是中国农业银行的信用卡，不能使用，请换一张借记卡（储蓄卡）"),
        (CREDIT, "这是中国农业银行的信用卡，不能使用，请换一张借记卡（储蓄卡）"),
        (card("62223", 16), "这是中国工商银行的信用卡，不能使用，请换一张借记卡（储蓄卡）"),
        (card("621226", 18), "中国工商银行的这种卡是 19 位，已输入 18 位"),
        (card("621226", 16), "中国工商银行的这种卡是 19 位，已输入 16 位"),
        (card("622258", 19), "交通银行的这种卡是 17 位，已输入 19 位"),
        (card("622836", 19), "中国农业银行的这种卡是 16 位，已输入 19 位"),
        (ICBC + "0", "中国工商银行的这种卡是 19 位，已输入 20 位"),
        ("621226", "中国工商银行的这种卡是 19 位，已输入 6 位"),
        ("6", "银行卡号是 16 到 19 位，已输入 1 位"),
        (card("623990", 15), "银行卡号是 16 到 19 位，已输入 15 位"),
        (card("623990", 20), "银行卡号是 16 到 19 位，已输入 20 位"),
        ("", DIGITS),
        (ICBC[:-1] + "X", DIGITS),
        (f"{ICBC[:4]} {ICBC[4:]}", DIGITS),
        ("６２１２２６０２００１０１２３４５６７", DIGITS),
        ("-62122602001012345", DIGITS),
        ("²²²²²²²²²²²²²²²²", DIGITS),
    ],
)
def test_a_bad_card_is_refused_in_words(number: str, problem: str) -> None:
    assert card_problem(number, BANKS) == problem


@pytest.mark.parametrize(
    ("number", "bank", "problem"),
    [
        (ICBC, "ICBC", None),
        (NOBODYS, "GYCB", None),
        (ICBC, "ABC", "这张卡是中国工商银行的，与所选的开户银行不一致"),
        (ICBC, "", "请选择开户银行"),
        (NOBODYS, "HSBC", "请选择开户银行"),
    ],
)
def test_the_bank_that_was_chosen_is_the_cards(number: str, bank: str, problem: str | None) -> None:
    assert bank_problem(number, bank, BANKS) == problem


@given(st.text("0123456789", min_size=1, max_size=19), st.data())
def test_luhn_finds_every_single_wrong_digit(stem: str, data: st.DataObject) -> None:
    number = card(stem, len(stem) + 1)
    assert luhn(number)
    place = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from("0123456789".replace(number[place], "")))
    assert not luhn(number[:place] + other + number[place + 1 :])


@pytest.mark.parametrize(
    ("number", "typed", "shown"),
    [
        (GZRCU, "6217 7900 0110 0004 072", "6217 **** **** 4072"),
        ("6214660000000003", "6214 6600 0000 0003", "6214 **** **** 0003"),
        ("62177", "6217 7", "*****"),
        ("6217", "6217", "****"),
        ("621779000110000", "6217 7900 0110 000", "***************"),
        ("", "", ""),
    ],
)
def test_grouped_while_it_is_typed_and_masked_after_that(number: str, typed: str, shown: str) -> None:
    assert (grouped(number), masked(number)) == (typed, shown)
    assert tidy(grouped(number)) == number


@pytest.mark.parametrize(("phone", "shown"), [("13812345678", "138****5678"), ("1381234", "*******"), ("", "")])
def test_a_phone_is_masked(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown
