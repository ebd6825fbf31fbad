"""From when residents' medical insurance covers (待遇享受期): said with its price (facts 2.2)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.policy.rules import said_day
from domain.policy.tiers import Tier
from domain.words import NOTHING, Text, joined


@dataclass(frozen=True, slots=True)
class Cover:
    """Of one benefit year. Who pays in the season waits `waiting` days (待遇等待期), None where there is no season.

    `gap_waits`: who was not insured the year before waits as well, or longer.
    """

    year: int
    waiting: int | None
    gap_waits: bool

    def in_window(self, tier: Tier) -> Tier:
        """What is paid in the window, with what it covers."""
        year = Text("{year}年1月1日至12月31日享受待遇", year=self.year)
        first = Text("{day}起享受待遇", day=said_day(date(self.year, 1, 1)))
        return self._covered(tier, first, (year, self._gap(Text("断缴过的另有等待期"))))

    def in_season(self, tier: Tier, today: date) -> Tier:
        """What is paid in the season, on `today`, with what it covers."""
        begins = today + timedelta(days=self.waiting or 0)
        wait = Text("待遇等待期 {days} 天，今天缴费 {day}起算", days=self.waiting, day=said_day(begins))
        covers = Text("{day}起享受待遇", day=said_day(begins))
        too_late = Text("{year}年内不能享受待遇", year=self.year)
        late = begins.year > self.year
        gap = self._gap(Text("断缴过的等待更久"))
        return self._covered(tier, too_late if late else covers, (wait, too_late if late else NOTHING, gap))

    def _gap(self, told: Text) -> Text:
        return told if self.gap_waits else NOTHING

    def _covered(self, tier: Tier, cover: Text, notes: tuple[Text, ...]) -> Tier:
        return replace(tier, cover=cover, note=joined("；", filter(None, (*notes, tier.note))))
