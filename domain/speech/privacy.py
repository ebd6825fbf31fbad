"""What only an earphone may hear: names, and numbers that are somebody's."""

import re
from collections.abc import Set

CARD = re.compile(r"\d{4}(?:[ \u00a0]\*{4})+[ \u00a0]\d{4}")
"""A bank card's, masked in groups."""
NUMBER = re.compile(r"[0-9A-Za-z]*\*{2,}[0-9A-Za-z]*|[A-Z]{0,4}\d{6,}[\dXx]?|\d{4,6}(?: {1,2}\d{3,8})+[Xx]?")
"""Masked or whole; dates, sums and 12366 are none."""
MASKED_NAME = re.compile(r"[\u3400-\u9fff]\*+")
TAIL = re.compile(r"(?:(?<=尾号)|(?<=[Ee]nding)) ?\d{4}")
SHORTEST_NAME = 2


def for_everybody(text: str, known: Set[str]) -> str:
    """A text without what is somebody's. `known` are names and numbers of people, and whatever else was typed."""
    for private in sorted(known, key=len, reverse=True):
        if len(private) >= SHORTEST_NAME:
            text = text.replace(private, "")
    for pattern in (MASKED_NAME, CARD, NUMBER, TAIL):
        text = pattern.sub("", text)
    return text
