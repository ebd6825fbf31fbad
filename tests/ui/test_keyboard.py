"""The keyboard's surroundings do not depend on what a profile has set already."""

from pathlib import Path

import pytest

from ui.keyboard import MODULE, prepare


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"QT_IM_MODULE": MODULE, "XDG_CONFIG_HOME": "/home/kiosk/.config"},
        {"QT_IM_MODULES": "wayland;fcitx;ibus", "QT_IM_MODULE": "fcitx"},
        {"QT_LOGGING_RULES": "*=true"},
    ],
    ids=lambda given: ",".join(given) or "nothing",
)
def test_the_keyboard_is_ours_and_its_dictionary_is_denied(given: dict[str, str]) -> None:
    environ = dict(given)
    prepare(environ)
    assert (environ["QT_IM_MODULE"], environ.get("QT_IM_MODULES")) == (MODULE, None)
    assert "true" not in environ["QT_LOGGING_RULES"]
    with pytest.raises(NotADirectoryError):
        (Path(environ["XDG_CONFIG_HOME"]) / MODULE).mkdir(parents=True)


def test_twice_is_once() -> None:
    environ: dict[str, str] = {}
    prepare(environ)
    once = dict(environ)
    prepare(environ)
    assert environ == once
