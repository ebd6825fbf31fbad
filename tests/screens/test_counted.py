"""A terminal counts where visitors get stuck if its settings say so, and otherwise keeps nothing of that."""

from pathlib import Path
from typing import Any

import pytest

import main
from adapters.settings import Settings
from adapters.settings.counts import CountSettings
from adapters.stuck import FOLDER
from domain.terminal.stuck import K, told
from kit.play.ground import playground
from viewmodels.backend import Backend


@pytest.mark.parametrize("enabled", [True, False])
def test_visits_are_counted_where_that_is_wanted(qapp: object, tmp_path: Path, enabled: bool) -> None:
    def opens(settings: Settings, *more: Any) -> Backend:
        counts = CountSettings(enabled=True) if enabled else settings.counts
        return main.open_backend(settings.model_copy(update={"counts": counts}), *more)

    with playground(opens, main.DEMO_MORNING, (1080, 1920), tmp_path) as ground:
        ground.rests()
        for _ in range(K):
            ground.touch("tile.wechat")
            ground.kiosk.shows("wechat.official_account")
            ground.touch("home")
            ground.kiosk.shows("home")
        shelf = ground.backend.parts.stuck
        assert (shelf is not None) is enabled
        if shelf is not None:
            ground.kiosk.until(lambda: bool(told(shelf.of(1))), "what is kept")
            (screen,) = told(shelf.of(1))
            assert (screen.screen, screen.came, screen.left) == ("wechat.official_account", K, K)
    assert (tmp_path / FOLDER).exists() is enabled
