"""The window: QML says how things look, and a few Python files put it on a screen. Knows the view models only."""

from viewmodels.pyside import import_plainly

import_plainly()
