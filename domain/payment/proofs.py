"""Proofs: the numbers under which somebody else has what two of the staff say, the merchant's platform or a window."""

SHORTEST, LONGEST = 8, 32
"""Characters of a proof: 凭证号码 and all networks' 退款单号."""


def is_proof(text: str) -> bool:
    """Whether this can be a 凭证号码 or a 退款单号."""
    return text.isascii() and text.isalnum() and SHORTEST <= len(text) <= LONGEST
