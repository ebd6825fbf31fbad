"""Numbers as screens show them: masked for everybody, grouped for the one who is typing (facts 5.3)."""

from domain.identity.kinds import DocumentKind, numeric

STAR = "*"


def masked(number: str) -> str:
    """As long as the number: the first 3 and last 4 characters, or the first and last alone; at least half is stars."""
    length = len(number)
    first, last = (3, 4) if length >= 14 else (1, 1) if length >= 4 else (0, 0)
    return number[:first] + STAR * (length - first - last) + number[length - last :]


def masked_name(name: str) -> str:
    """As long as the name: the first character, and stars."""
    kept = name[:1] if len(name) > 1 else ""
    return kept + STAR * (len(name) - len(kept))


def grouped(kind: DocumentKind, number: str) -> str:
    """Numbers of 18 digits as 6-8-4 with two spaces between, also half typed; others as they are."""
    if not numeric(kind):
        return number
    return "  ".join(part for part in (number[:6], number[6:14], number[14:]) if part)
