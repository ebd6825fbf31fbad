"""A form that a network has posted to us (application/x-www-form-urlencoded, UTF-8)."""

from urllib.parse import parse_qsl

from domain.payment.notices import NotBelieved

MOST_FIELDS = 200


def fields_of(body: bytes) -> dict[str, str]:
    """Its fields. Raises NotBelieved where it is none, or has a field twice."""
    try:
        text = body.decode("ascii")
        pairs = parse_qsl(
            text, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError:
        raise NotBelieved("unreadable") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NotBelieved("unreadable")
    return fields
