"""Where nobody is served: Home, or what is told there while staff have taken all of the terminal out of service."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewmodels.shell.home import HomeViewModel
from viewmodels.shell.where import Home, Suspended, Where

if TYPE_CHECKING:
    from viewmodels.shell.hall import Hall
    from viewmodels.words.language import Language


def unserved(
    hall: "Hall", language: "Language", step: QObject, home: Callable[[], HomeViewModel]
) -> tuple[Where, QObject]:
    """Where that is, and what says so: `step`, which is shown, if it does, as it is now. `home` makes Home."""
    suspension = hall.whole()
    if suspension is None:
        if not isinstance(step, HomeViewModel):
            return Home(), home()
        step.refresh()
        return Home(), step
    from viewmodels.shell.out_of_service import OutOfServiceViewModel, Planned

    planned = Planned(suspension, hall.now())
    if isinstance(step, OutOfServiceViewModel) and isinstance(step.state, Planned):
        step.become(planned)
        return Suspended(), step
    return Suspended(), OutOfServiceViewModel(language, planned)
