"""A machine that cannot write Chinese is found out before a visitor sees blanks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASK = """
from PySide6.QtGui import QGuiApplication
from ui.fonts import missing_cjk
app = QGuiApplication([])
print(missing_cjk())
"""
NO_FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{}</cachedir></fontconfig>'
)


@pytest.mark.parametrize("fonts", [True, False])
def test_missing_cjk(fonts: bool, tmp_path: Path) -> None:
    environment = dict(os.environ)
    if not fonts:
        config = tmp_path / "fonts.conf"
        config.write_text(NO_FONTS.format(tmp_path))
        environment["FONTCONFIG_FILE"] = str(config)
    done = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == f"{not fonts}\n"
