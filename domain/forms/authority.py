"""主管税务机关: the field, and what it is filled in with."""

from domain.certificates.payments import Lines, authority_of, paid_last
from domain.forms.fields import Answers, AuthorityField
from domain.people.offices import Offices
from domain.words import Text

AUTHORITY = AuthorityField("authority", Text("主管税务机关"))


def answers_of(paid: Lines, offices: Offices) -> Answers:
    """Where somebody paid last, which one may change (一般登陆后会自动填充)."""
    county = authority_of(paid_last(paid), offices) if paid else ""
    return {AUTHORITY.key: county} if county else {}
