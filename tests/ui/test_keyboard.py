"""The keyboard's surroundings do not depend on what a profile has set already."""

from pathlib import Path

import pytest

from ui.keyboard import MODULE, prepare


@pytest.mark.parametrize("given", [{}, {"QT_IM_MODULE": MODULE, "XDG_CONFIG_HOME": "/home/kiosk/.config"}])
def test_the_dictionary_is_denied(given: dict[str, str]) -> None:
    environ = dict(given)
    prepare(environ)
    assert environ["QT_IM_MODULE"] == MODULE
    assert environ["XDG_CONFIG_HOME"] != given.get("XDG_CONFIG_HOME")
    assert (Path(environ["XDG_CONFIG_HOME"]) / MODULE).is_file()


def test_twice_is_once() -> None:
    environ: dict[str, str] = {}
    prepare(environ)
    once = dict(environ)
    prepare(environ)
    assert environ == once
