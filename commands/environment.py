"""What the session may tell the terminal: a few choices of hardware; all else that would change Qt or TLS is ours.

Sessions set much for the desk they serve: another keyboard (fcitx, ibus), scales, styles, paths of plugins. Call
`clean` before PySide is loaded, and again before Qt's application is made.
"""

from collections.abc import MutableMapping

READ_BY_QT = ("QT", "QML", "QSG_", "QV4_", "PYSIDE", "SBK_")
"""How the names begin that Qt and PySide look at."""
KEPT = ("QT_QPA_PLATFORM", "QT_QUICK_BACKEND", "QSG_RHI_BACKEND", "QML_DISK_CACHE_PATH")
KEPT_BEGINNINGS = ("QT_QPA_EGLFS_", "QT_QPA_FB_", "QT_QPA_EVDEV_")
"""Which display, which GPU, which touch screen, and where compiled QML is kept: whoever set the machine up knows that
better. Without a place for it nothing is kept: there is no folder of caches.
"""
DROPPED = frozenset(
    {
        *("XMODIFIERS", "SESSION_MANAGER"),  # another keyboard, and somebody who may ask the terminal to close
        *("XDG_CURRENT_DESKTOP", "XDG_SESSION_DESKTOP", "DESKTOP_SESSION"),  # a desk's theme
        *("KDE_FULL_SESSION", "GNOME_DESKTOP_SESSION_ID"),
        *("LANG", "LANGUAGE"),
        *("SSL_CERT_FILE", "SSL_CERT_DIR", "OPENSSL_CONF"),  # whom a till trusts
        "SSLKEYLOGFILE",  # and who reads along
    }
)
OURS = {
    "LC_ALL": "C.UTF-8",
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",  # nobody's portal or theme; a screen reader by AT_SPI_BUS_ADDRESS alone
    "QT_ENABLE_HIGHDPI_SCALING": "0",  # Main.qml fits itself to the pixels there are
    "QT_FONT_DPI": "96",
    # Nothing else is kept between starts, and nothing left in anybody's home.
    "XDG_CACHE_HOME": "/dev/null",
    "QSG_RHI_DISABLE_DISK_CACHE": "1",
    "MESA_SHADER_CACHE_DISABLE": "true",
}


def clean(environ: MutableMapping[str, str]) -> None:
    """Leave in `environ` what the terminal may know of its session, and add what is always so."""
    for name in [*environ]:
        if _is_foreign(name):
            del environ[name]
    environ.update(OURS)


def _is_foreign(name: str) -> bool:
    if name in KEPT or name.startswith(KEPT_BEGINNINGS):
        return False
    return name in DROPPED or name.startswith(READ_BY_QT) or name.lower().endswith("_proxy")
