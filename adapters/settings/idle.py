"""What there is to be set of how long the terminal waits for whoever stands before it."""

from pydantic import Field

from adapters.settings.table import Table
from domain.terminal.patience import LEAST_HELD_S, Patience

USUAL = Patience()


class IdleSettings(Table):
    """Seconds without a touch; three times as many for who listens. As long as they are set right nobody is hurried.

    Whoever is asked has 20 seconds at least to answer (EN 301 549, 9.2.2.1); and while money or paper moves a screen
    stays longer than a code can be paid.
    """

    ask_s: int = Field(default=USUAL.ask_s, ge=20, le=600)
    """Until it is asked whether somebody is there."""
    paper_s: int = Field(default=USUAL.paper_s, ge=20, le=1200)
    """The same where a paper is read."""
    answer_s: int = Field(default=USUAL.answer_s, ge=20, le=300)
    """To answer that."""
    result_s: int = Field(default=USUAL.result_s, ge=20, le=600)
    """Until a result goes by itself."""
    held_s: int = Field(default=USUAL.held_s, ge=LEAST_HELD_S, le=7200)
    """At most, while money or paper moves; then the order is settled in the background."""
    home_s: int = Field(default=USUAL.home_s, ge=20, le=3600)
    """Until Home calls the next visitor."""

    @property
    def patience(self) -> Patience:
        """As the domain knows it."""
        return Patience(**self.model_dump())
