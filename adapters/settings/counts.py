"""What there is to be set of counting where visitors get stuck."""

from pydantic import Field

from adapters.settings.table import Table


class CountSettings(Table):
    """Where visitors get stuck, as counts of visits by screen: nobody is in them, and fewer than five are not told."""

    enabled: bool = False
    """Whether it is counted at all."""
    days: int = Field(default=60, ge=1, le=400)
    """For how many days the counts are kept, each in a file in `stuck` beside the store."""
