"""The 18 characters of GB 11643-1999: area (6), birth date (8), sequence (3), check character.

Residence permits and the foreign card of 2023 share this layout, so one check serves them all (facts 3.1).
"""

from datetime import date

from domain.words import Text

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
OLDEST = 1900
"""Nobody alive was born before this year."""


def check_character(seventeen: str) -> str:
    """The check character for the first 17 digits."""
    return CHECKS[sum(weight * int(digit) for weight, digit in zip(WEIGHTS, seventeen, strict=True)) % 11]


def birth_date(number: str) -> date | None:
    """The birth date within 18 characters; None if there is no such day."""
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return birth if birth.year >= OLDEST else None


def may_be_birth_date(digits: str, today: date) -> bool:
    """Whether six digits, `yymmdd`, are a past day of this century or the last."""
    written = (birth_date(f"{'':6}{century}{digits}") for century in (19, 20))
    return any(birth is not None and birth <= today for birth in written)


def citizen_problem(number: str, today: date) -> Text | None:
    """What is wrong with 18 characters of the right alphabet."""
    birth = birth_date(number)
    if birth is None:
        return Text("第 7 到 14 位不是有效的出生日期，请对照证件检查")
    if birth > today:
        return Text("第 7 到 14 位的出生日期晚于今天，请对照证件检查")
    if check_character(number[:17]) != number[17]:
        return Text("号码有一位不对，请对照证件检查")
    return None
