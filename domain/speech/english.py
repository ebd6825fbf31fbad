"""A written English text as it is said: only what an English voice would misread is put in words."""

import re

_MASKED = re.compile(r"(\w{0,8})\*{2,}(\w{0,6})")
_LONG = re.compile(r"(?<![\d.,-])(?:[A-Z]{1,4})?\d{5,}[Xx]?(?![\d.,])|\d{4}(?: {1,2}\d{3,8})+")
_SUM = re.compile(r"(?<![\d.])((?:\d{1,3}(?:,\d{3})+|\d+))\.(\d{2})(?: ?yuan)?(?!\d)")
_SIGNS = re.compile(r"<[^>]*>|[\u2060*【】\"]")


def spoken(text: str) -> str:
    """Numbers that are told digit by digit, sums of money, what is masked."""
    text = _MASKED.sub(lambda found: _masked(found[1], found[2]), text)
    text = _SUM.sub(lambda found: _sum(found[1].replace(",", ""), found[2]), text)
    text = _LONG.sub(lambda found: _spelt(found[0]), text)
    return re.sub(r" *[\n·|→]+ *", ", ", _SIGNS.sub("", text)).strip()


def _spelt(characters: str) -> str:
    return " ".join(characters.replace(" ", ""))


def _masked(begin: str, end: str) -> str:
    return f"beginning {_spelt(begin)}, ending {_spelt(end)}" if begin else f"ending {_spelt(end)}"


def _sum(yuan: str, fen: str) -> str:
    return f"{yuan} yuan" if fen == "00" else f"{yuan}.{fen} yuan"
