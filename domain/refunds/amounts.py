"""申请退费金额 as it is typed, in yuan."""

import re

from domain.money import Fen, yuan
from domain.words import Text

NUMBER = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<part>[0-9]*))?")
DIGITS = 12
"""More than any refund has."""

EMPTY = Text("请填写申请退费金额")
NOT_HALF_WIDTH = Text("金额请用半角数字填写，例如 100.00")
NO_NUMBER = Text("金额只能填写数字和小数点，例如 100.00")
NOT_POSITIVE = Text("申请退费金额必须大于0")
TOO_FINE = Text("金额最多保留两位小数")


def parse(text: str, most: Fen) -> Fen | Text:
    """The amount, or in Chinese what is wrong with it. 0 < amount <= `most`; a comma may part thousands.

    Full-width digits are refused, not guessed at: what is paid out is what was typed, character by character.
    """
    text = text.strip()
    if not text:
        return EMPTY
    if not text.isascii():
        return NOT_HALF_WIDTH
    found = NUMBER.fullmatch(text)
    if found is None:
        return NO_NUMBER
    whole, part = found["whole"].replace(",", "").lstrip("0"), found["part"] or ""
    if found["sign"] == "-" or not (whole + part).strip("0"):
        return NOT_POSITIVE
    if len(part) > 2:
        return TOO_FINE
    if len(whole) > DIGITS or (fen := int(f"{whole}{part:0<2}")) > most:
        return too_much(most)
    return Fen(fen)


def too_much(most: Fen) -> Text:
    """Why an amount above `most` is not taken."""
    return Text("最多可以退 {amount} 元", amount=yuan(most))
