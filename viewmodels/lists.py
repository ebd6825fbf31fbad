"""Lists as QML sees them. The QML checker reads a property's type by its C++ name: so they have it."""

QVariantList = list
"""Rows: maps with the keys that the property's docstring names."""
QStringList = list
"""Texts."""
QVariantMap = dict
"""Values by key."""
