"""Numbers as Chinese says them: as papers write them out, in everyday characters."""

import re

from domain.certificates.capitals import in_capitals
from domain.money import Fen

DIGITS = "零一二三四五六七八九"
SPELT = "零幺二三四五六七八九"
"""One by one, as a number is told to somebody who writes it down: 一 and 七 sound alike."""
EVERYDAY = str.maketrans("零壹贰叁肆伍陆柒捌玖拾佰仟", DIGITS + "十百千")


def money(fen: Fen) -> str:
    """A sum: 878.94 is 八百七十八元九角四分, 300.05 is 三百元零五分. Less than nothing is 负."""
    said = in_capitals(Fen(abs(fen))).translate(EVERYDAY).removesuffix("整")
    said = said.removeprefix("一") if said.startswith("一十") else said
    said = re.sub("^二(?=[千万亿])", "两", said)
    return f"负{said}" if fen < 0 else said


def whole(number: int) -> str:
    """A number: 105 is 一百零五, 12 is 十二, 2,000 is 两千."""
    return money(Fen(100 * number)).removesuffix("元")


def decimal(figure: str) -> str:
    """Digits, with a point perhaps: 8.5 is 八点五."""
    before, _, after = figure.partition(".")
    return f"{whole(int(before))}点{one_by_one(after)}" if after.strip("0") else whole(int(before))


def one_by_one(digits: str) -> str:
    """Digit by digit, as a year is said."""
    return "".join(DIGITS[int(digit)] for digit in digits)


def spelt(digits: str) -> str:
    """Digit by digit, as a number is told."""
    return "".join(SPELT[int(digit)] for digit in digits)
