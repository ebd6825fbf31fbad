"""Characters that look like nothing, or like others: pasted text is full of them."""

import unicodedata

_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Drawn as nothing although Unicode calls them letters or symbols."""
_VARIATION_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


def invisible(text: str) -> bool:
    """Whether any character cannot be seen: control, format, zero-width, separators of lines."""
    return visible(text) != text


def visible(text: str) -> str:
    """What can be seen of a text, and its blanks."""
    return "".join(filter(_shows, text))


def _shows(c: str) -> bool:
    return not (unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} or c in _BLANK_LETTERS or c in _VARIATION_SELECTORS)


def full_width(text: str) -> bool:
    """Whether any character is the wide twin of a character of ASCII (`１`, `Ｘ`)."""
    return any("\uff01" <= c <= "\uff5e" for c in text)
