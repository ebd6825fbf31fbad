"""Which page of what is shown, where it is more than fits on one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from domain.words import Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """`size` of `count` rows stand on a page, or all of them if they are `spread`; `page` counts from 0."""

    size: int = 1
    count: int = 0
    page: int = 0
    spread: bool = False

    @property
    def pages(self) -> int:
        """How many there are: one at least, which may be empty."""
        return 1 if self.spread else max(1, -(-self.count // self.size))

    @property
    def text(self) -> Text:
        return Text("第 {page} 页，共 {pages} 页", page=self.page + 1, pages=self.pages)

    def turned(self, pages: int) -> "Paging":
        """Turned forward (1) or back (-1), as far as there are pages."""
        return replace(self, page=min(max(self.page + pages, 0), self.pages - 1))

    def of(self, count: int) -> "Paging":
        """The same page of other rows; the last one if there is none of that number."""
        return replace(self, count=count).turned(0)

    def spreading(self, spread: bool) -> "Paging":
        """All rows on one page, or divided again; from the first one on."""
        return self if spread == self.spread else replace(self, spread=spread, page=0)

    def shown(self, rows: Sequence[T]) -> Sequence[T]:
        """The rows of the page."""
        if self.spread:
            return rows
        first = self.page * self.size
        return rows[first : first + self.size]
