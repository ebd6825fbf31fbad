"""Document numbers and names: who is let through, and what the others are told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity import (
    DocumentKind,
    digits_expected,
    grouped,
    masked,
    name_problem,
    number_problem,
    numeric,
    tidy,
)
from domain.identity.citizen import check_character

TODAY = date(2026, 11, 23)
ID = DocumentKind.RESIDENT_ID
COMPARE = "号码有一位不对，请对照证件检查"
BIRTH = "第 7 到 14 位不是有效的出生日期，请对照证件检查"


def complete(seventeen: str) -> str:
    return seventeen + check_character(seventeen)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (ID, "11010519491231002X"),
        (ID, complete("52010219900101001")),
        (ID, complete("52058120220301001")),  # 黔西市, a code of 2021
        (ID, complete("52052219900101001")),  # 黔西县, registered later than born
        (ID, complete("52222119800101001")),  # 铜仁县, abandoned
        (ID, complete("52019919900101001")),  # no such place
        (DocumentKind.HK_MACAO_RESIDENCE, "810000199408230021"),
        (DocumentKind.TAIWAN_RESIDENCE, "830000199201300022"),
        (DocumentKind.FOREIGN_PERMANENT_RESIDENT, "932682198501010017"),
        (DocumentKind.FOREIGN_PERMANENT_RESIDENT, "KAZ110090123105"),
        (DocumentKind.FOREIGN_PERMANENT_RESIDENT, "KAZ110000022905"),
        (DocumentKind.HK_MACAO_PERMIT, "H12345678"),
        (DocumentKind.HK_MACAO_PERMIT, "M1234567801"),
        (DocumentKind.HK_MACAO_PERMIT, "HA1234567"),
        (DocumentKind.TAIWAN_PERMIT, "12345678"),
        (DocumentKind.TAIWAN_PERMIT, "1234567890"),
        (DocumentKind.TAIWAN_PERMIT, "1234567890B"),
        (DocumentKind.CHINESE_PASSPORT, "G12345678"),
        (DocumentKind.CHINESE_PASSPORT, "EB1234567"),
        (DocumentKind.FOREIGN_PASSPORT, "AB123456"),
        (DocumentKind.FOREIGN_PASSPORT, "12345"),
    ],
)
def test_genuine_numbers_pass(kind: DocumentKind, number: str) -> None:
    assert number_problem(kind, number, TODAY) is None


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("", "请输入证件号码"),
        ("5", "已输入 1 位，还差 17 位"),
        ("11010519491231002", "已输入 17 位，还差 1 位"),
        ("11010519491231002X1", "号码由数字组成，只有第 18 位可以是 X，请对照证件检查"),
        ("1101051949123100211", "已输入 19 位，多了 1 位，请对照证件检查"),
        ("110105491231002", "已输入 15 位，还差 3 位；15 位旧号码已停用，请照身份证输入 18 位号码"),
        ("110105194912310021", COMPARE),
        ("110105194913310021", BIRTH),
        ("110105194902300021", BIRTH),
        ("110105000000000021", BIRTH),
        ("110105189912310021", BIRTH),
        ("110105202612010021", "第 7 到 14 位的出生日期晚于今天，请对照证件检查"),
        ("1101051949X231002X", "号码由数字组成，只有第 18 位可以是 X，请对照证件检查"),
        ("1101X", "号码由数字组成，只有第 18 位可以是 X，请对照证件检查"),
        ("E12345678", "号码由数字组成，只有第 18 位可以是 X，请对照证件检查"),
        ("11010519491231002x", "号码里的字母请用大写"),
        ("110105\u200b19491231002X", "号码里有看不见的字符，请清空后重新输入"),
        ("\ufeff11010519491231002X", "号码里有看不见的字符，请清空后重新输入"),
        ("110105\t19491231002X", "号码里有看不见的字符，请清空后重新输入"),
        ("１１010519491231002X", "号码里有全角字符，请清空后用半角重新输入"),
        ("11010519491231002Ｘ", "号码里有全角字符，请清空后用半角重新输入"),
        ("110105 19491231 002X", "号码里有空格或短横线，请删去"),
        ("110105-19491231-002X", "号码里有空格或短横线，请删去"),
        ("110105–19491231–002X", "号码里有空格或短横线，请删去"),
        ("110105.19491231.002X", "号码里不能有“.”，请只输入数字和字母"),
        ("110105\u00a019491231002X", "号码里有空格或短横线，请删去"),
        ("一10105194912310021", "号码里不能有“一”，请只输入数字和字母"),
        ("٣10105194912310021", "号码里不能有“٣”，请只输入数字和字母"),
    ],
)
def test_a_wrong_resident_number_says_what_to_do(number: str, problem: str) -> None:
    assert number_problem(ID, number, TODAY) == problem


@pytest.mark.parametrize(
    ("kind", "number", "problem"),
    [
        (
            DocumentKind.HK_MACAO_RESIDENCE,
            "830000199201300022",
            "港澳居民居住证号码以 81 或 82 开头，请检查证件类型和号码",
        ),
        (DocumentKind.TAIWAN_RESIDENCE, "11010519491231002X", "台湾居民居住证号码以 83 开头，请检查证件类型和号码"),
        (DocumentKind.TAIWAN_RESIDENCE, "830000199201300021", COMPARE),
        (DocumentKind.FOREIGN_PERMANENT_RESIDENT, "932682198513010017", BIRTH),
        (
            DocumentKind.FOREIGN_PERMANENT_RESIDENT,
            "810000199408230021",
            "外国人永久居留身份证号码以 9 开头，请检查证件类型和号码",
        ),
        *(
            (
                DocumentKind.FOREIGN_PERMANENT_RESIDENT,
                f"KAZ1100{born}05",
                "第 8 到 13 位不是有效的出生日期，请对照证件检查",
            )
            for born in ("901331", "900031", "900230", "010229", "901200")
        ),
        (
            DocumentKind.FOREIGN_PERMANENT_RESIDENT,
            "KAZ11009012310",
            "外国人永久居留身份证号码应为 18 位数字（旧证为 3 位字母加 12 位数字），请对照证件检查",
        ),
        (
            DocumentKind.HK_MACAO_PERMIT,
            "X12345678",
            "港澳居民来往内地通行证号码应为 H 或 M 加 8 位数字（带换证次数时加 10 位），请对照证件检查",
        ),
        (
            DocumentKind.TAIWAN_PERMIT,
            "123456789",
            "台湾居民来往大陆通行证号码应为 8 位数字（旧证为 10 位数字，可带字母），请对照证件检查",
        ),
        (
            DocumentKind.CHINESE_PASSPORT,
            "A12345678",
            "中国护照号码应为 1 位字母加 8 位数字，或 2 位字母加 7 位数字，请对照证件检查",
        ),
        (DocumentKind.FOREIGN_PASSPORT, "1234", "外国护照号码应为 5 到 20 位字母或数字，请对照证件检查"),
        (DocumentKind.FOREIGN_PASSPORT, "AB 123456", "号码里有空格或短横线，请删去"),
    ],
)
def test_a_wrong_number_of_another_kind_says_what_to_do(kind: DocumentKind, number: str, problem: str) -> None:
    assert number_problem(kind, number, TODAY) == problem


def test_born_today_is_not_too_late() -> None:
    assert number_problem(ID, complete("52010220261123001"), TODAY) is None


seventeens = st.builds(
    lambda area, birth, sequence: f"{area:06}{birth:%Y%m%d}{sequence:03}",
    st.integers(110000, 829999),
    st.dates(date(1900, 1, 1), TODAY),
    st.integers(0, 999),
)


@given(seventeens)
def test_every_completed_number_passes(seventeen: str) -> None:
    assert number_problem(ID, complete(seventeen), TODAY) is None


@given(seventeens, st.integers(0, 16), st.integers(1, 9))
def test_one_changed_digit_never_passes(seventeen: str, at: int, by: int) -> None:
    number = complete(seventeen)
    changed = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    assert number_problem(ID, changed, TODAY) is not None
    assert check_character(changed[:17]) != number[17]


@given(seventeens, st.sampled_from("0123456789X"))
def test_a_changed_check_character_never_passes(seventeen: str, check: str) -> None:
    problem = number_problem(ID, seventeen + check, TODAY)
    assert (problem is None) == (check == check_character(seventeen))


@given(seventeens, st.integers(0, 15))
def test_swapped_neighbours_never_pass(seventeen: str, at: int) -> None:
    number = complete(seventeen)
    swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    assert (number_problem(ID, swapped, TODAY) is None) == (swapped == number)


@given(st.sampled_from(DocumentKind), st.text())
def test_whatever_is_typed_gets_one_line_or_nothing(kind: DocumentKind, number: str) -> None:
    problem = number_problem(kind, number, TODAY)
    assert problem is None or (problem and "\n" not in problem)
    assert problem is not None or (number.isascii() and number.isalnum())


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("  11010519491231002x\n", "11010519491231002X"),
        ("\u3000h12345678 ", "H12345678"),
        ("110105 1949", "110105 1949"),
        ("110105\u200b1949", "110105\u200b1949"),
        ("１１０", "１１０"),
    ],
)
def test_tidy_mends_only_what_is_surely_harmless(typed: str, sent: str) -> None:
    assert tidy(typed) == sent


@pytest.mark.parametrize(
    "name",
    [
        "张建国",
        "王秀英 ",
        "古丽·艾山",
        "𠮷田",
        "刘〇",
        "欧阳娜娜",
        "ANNA SMITH",
        "O'Neil, Jean-Luc",
        "José Núñez",
        "김철수",
        "张",
        "字" * 50,
        "古丽•艾山",
        "古丽．艾山",
        "ＡＮＮＡ　ＳＭＩＴＨ",
        "ANNA\u00a0SMITH",
        "张　建国",
        "刘\ue863",
        "Zoe\u0308 Mu\u0308ller",
        "e\u0301" * 50,
        "邢\U00031350",
    ],
)
def test_names_pass(name: str) -> None:
    assert name_problem(name) is None


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "请输入姓名"),
        ("  ", "请输入姓名"),
        ("·", "请输入姓名"),
        ("字" * 51, "姓名最多 50 个字，请对照证件检查"),
        ("张3", "姓名里有数字，请对照证件检查"),
        ("张３", "姓名里有数字，请对照证件检查"),
        ("张\u200b建国", "姓名里有看不见的字符，请清空后重新输入"),
        ("张\x07建国", "姓名里有看不见的字符，请清空后重新输入"),
        ("张\u3164", "姓名里有看不见的字符，请清空后重新输入"),
        ("张😀", "姓名里不能有“😀”，请对照证件检查"),
        ("张♥", "姓名里不能有“♥”，请对照证件检查"),
        ("张_国", "姓名里不能有“_”，请对照证件检查"),
        ("张①", "姓名里有数字，请对照证件检查"),
    ],
)
def test_a_wrong_name_says_what_to_do(name: str, problem: str) -> None:
    assert name_problem(name) == problem


@pytest.mark.parametrize(
    ("kind", "digits", "keypad"),
    [
        (ID, 18, True),
        (DocumentKind.HK_MACAO_RESIDENCE, 18, True),
        (DocumentKind.TAIWAN_RESIDENCE, 18, True),
        (DocumentKind.CHINESE_PASSPORT, 9, False),
        (DocumentKind.FOREIGN_PERMANENT_RESIDENT, None, False),
        (DocumentKind.TAIWAN_PERMIT, None, False),
        (DocumentKind.HK_MACAO_PERMIT, None, False),
        (DocumentKind.FOREIGN_PASSPORT, None, False),
    ],
)
def test_how_a_number_is_typed(kind: DocumentKind, digits: int | None, keypad: bool) -> None:
    assert (digits_expected(kind), numeric(kind)) == (digits, keypad)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("520199197803150119", "520***********0119"),
        ("KAZ110090123105", "KAZ********3105"),
        ("M1234567801", "M*********1"),
        ("H12345678", "H*******8"),
        ("12345", "1***5"),
        ("123", "***"),
        ("", ""),
    ],
)
def test_masked(number: str, shown: str) -> None:
    assert masked(number) == shown


@given(st.from_regex(r"[0-9A-Z]{0,30}", fullmatch=True))
def test_at_least_half_of_a_masked_number_is_hidden(number: str) -> None:
    assert len(masked(number)) == len(number)
    assert masked(number).count("*") * 2 >= len(number)


@pytest.mark.parametrize(
    ("kind", "number", "shown"),
    [
        (ID, "11010519491231002X", "110105  19491231  002X"),
        (ID, "110105194", "110105  194"),
        (ID, "110105", "110105"),
        (ID, "", ""),
        (ID, "1101051949123100211", "110105  19491231  00211"),
        (DocumentKind.CHINESE_PASSPORT, "G12345678", "G12345678"),
    ],
)
def test_grouped(kind: DocumentKind, number: str, shown: str) -> None:
    assert grouped(kind, number) == shown
