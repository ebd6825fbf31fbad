"""大写: an amount as papers write it out, so that no figure can be added (facts 4.1, 支付结算办法 annex 1)."""

from domain.money import Fen

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("仟", "佰", "拾", "")
GROUPS = ("亿", "万", "")
"""Digits are read by fours."""
TOO_LARGE = 10 ** (4 * len(GROUPS) + 2)


def in_capitals(fen: Fen) -> str:
    """The words that follow 人民币: 整 ends them after 元 and after 角, nothing after 分.

    Where the rule leaves it open (元 or 万 is 0 and what follows is not) no 零 is written, unless all four digits of 万
    are 0: 壹亿伍仟 is said for two amounts. Raises ValueError below 0 and from 10,000 亿元 on.
    """
    if not 0 <= fen < TOO_LARGE:
        raise ValueError("an amount that is not written out: negative, or 10,000 亿元 and more")
    yuan, rest = divmod(fen, 100)
    jiao, last = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan else ""
    if jiao:
        words += f"{DIGITS[jiao]}角"
    elif last and words:
        words += DIGITS[0]
    if last:
        return f"{words}{DIGITS[last]}分"
    return f"{words or '零元'}整"


def _whole(number: int) -> str:
    words, gap = "", False
    for name, place in zip(GROUPS, (10**8, 10**4, 1), strict=True):
        group = number // place % 10**4
        if words and group and (gap or group < 1000):
            words += DIGITS[0]
        if group:
            words += _four(group) + name
        gap = not group
    return words


def _four(group: int) -> str:
    """One 零 for zeros between digits, none at either end: `305` is 叁佰零伍, `350` 叁佰伍拾."""
    words, gap = "", False
    for place, digit in zip(PLACES, map(int, f"{group:04d}"), strict=True):
        if digit:
            words += (DIGITS[0] if gap and words else "") + DIGITS[digit] + place
        gap = not digit
    return words
