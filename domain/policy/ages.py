"""Between which ages one pays: from one birthday on, and until another."""

from dataclasses import dataclass
from datetime import date

from domain.policy.error import PolicyError
from domain.policy.rules import said_day
from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Ages:
    """One pays from `youngest` years on. At `benefit` years the pension begins, and nothing is paid any more."""

    youngest: int
    benefit: int

    def __post_init__(self) -> None:
        if self.youngest >= self.benefit:
            raise PolicyError("benefit_age must be more than youngest")

    def barred(self, born: date, today: date) -> Text:
        """Why somebody may not pay; nothing if they may."""
        begins = _birthday(born, self.youngest)
        if today < begins:
            return Text("未满 {age} 周岁不能参保，{day}起可以缴费", age=self.youngest, day=said_day(begins))
        if today >= _birthday(born, self.benefit):
            return Text("已满 {age} 周岁，不用再按年缴费；领取待遇请到经办机构", age=self.benefit)
        return NOTHING


def _birthday(born: date, age: int) -> date:
    """Whoever was born on 29 February comes of age on 1 March where there is none."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
