"""The window: QML says how things look, and a few Python files put it on a screen. Knows the view models only."""
