"""Whatever the session says, the terminal is the same: its keyboard, its size, its look, its words on the console."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands.environment import clean

ROOT = Path(__file__).parents[2]

TYPED = """
import main
with_app = main.application()
with main.playground(main.SIZES["1080x1920"]) as ground:
    kiosk = ground.kiosk
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.touch("key.next")
    for letter in "wang":
        kiosk.touch(f"letter.{letter}")
    kiosk.until(lambda: "\\u738b" in kiosk.texts(), "a word")
    window = kiosk.window
    print(window.width(), window.height(), window.effectiveDevicePixelRatio())
"""


@pytest.mark.parametrize(
    "session",
    [
        "QT_IM_MODULES=wayland;fcitx;ibus QT_SCALE_FACTOR=2 QT_SCREEN_SCALE_FACTORS=2 QT_AUTO_SCREEN_SCALE_FACTOR=1 "
        "QT_FONT_DPI=192 QT_QPA_PLATFORMTHEME=gtk3 XDG_CURRENT_DESKTOP=GNOME QT_QPA_FONTDIR=/nonexistent "
        "LC_ALL=tr_TR.UTF-8 LANGUAGE=tr",
        "QT_IM_MODULE=ibus XMODIFIERS=@im=ibus GTK_IM_MODULE=ibus QT_STYLE_OVERRIDE=kvantum "
        "QT_QUICK_CONTROLS_STYLE=Material QT_QUICK_CONTROLS_MATERIAL_THEME=Dark QT_ACCESSIBILITY=1 "
        "QT_VIRTUALKEYBOARD_STYLE=default QT_VIRTUALKEYBOARD_LAYOUT_PATH=/nonexistent LC_ALL=POSIX",
        "QT_PLUGIN_PATH=/nonexistent QML_IMPORT_PATH=/nonexistent QML2_IMPORT_PATH=/nonexistent "
        "PYSIDE6_OPTION_PYTHON_ENUM=0 SBK_EMBED=1 QML_DISABLE_DISK_CACHE=0 QSG_RENDER_LOOP=threaded",
        "QT_FATAL_WARNINGS=1 QT_LOGGING_RULES=*.debug=true QT_DEBUG_PLUGINS=1 QSG_INFO=1",
    ],
    ids=["gnome", "ibus", "elsewhere", "debugging"],
)
def test_a_name_can_be_typed_in_any_session(session: str, tmp_path: Path) -> None:
    drawn_off_screen = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "PYTHONPATH": str(ROOT)}
    bare = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)} | drawn_off_screen
    said = dict(pair.split("=", 1) for pair in session.split())
    done = subprocess.run([sys.executable, "-c", TYPED], env=bare | said, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[-1] == "1.0"
    assert not any(tmp_path.iterdir())


KEPT = (
    "QT_QPA_PLATFORM QT_QUICK_BACKEND QML_DISK_CACHE_PATH QT_QPA_EGLFS_KMS_CONFIG QT_QPA_EVDEV_TOUCHSCREEN_PARAMETERS "
    "DISPLAY WAYLAND_DISPLAY XDG_RUNTIME_DIR XDG_DATA_HOME KIOSK_STORE NOTIFY_SOCKET PATH"
).split()
FOREIGN = (
    "QT_IM_MODULES QT_QPA_PLATFORMTHEME QML_DISABLE_DISK_CACHE QML_XHR_ALLOW_FILE_READ QSG_VISUALIZE SBK_EMBED "
    "QT_QUICK_FLICKABLE_WHEEL_DECELERATION https_proxy ALL_PROXY no_proxy SSL_CERT_FILE SSLKEYLOGFILE SESSION_MANAGER "
    "LANG LANGUAGE"
).split()


@pytest.mark.parametrize("name", KEPT)
def test_what_a_session_may_say(name: str) -> None:
    environ = {name: "x"}
    clean(environ)
    assert environ[name] == "x"


@pytest.mark.parametrize("name", FOREIGN)
def test_what_it_may_not(name: str) -> None:
    environ = {name: "x"}
    clean(environ)
    assert name not in environ


def test_twice_is_once() -> None:
    environ = {"PATH": "/bin"}
    clean(environ)
    once = dict(environ)
    clean(environ)
    assert environ == once
