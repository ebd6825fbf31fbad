"""The process's own memory, as glibc and Python keep it: freed memory is overwritten, and given back.

What a visitor gave goes through many hands: texts of Python, of Qt and of QML, each with copies of its own.
None of them can be asked to overwrite what it lets go of, but the allocator below all of them can.
"""

from collections.abc import Callable, Mapping

WIPING = {"PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": "glibc.malloc.perturb=255:glibc.malloc.tcache_count=0"}
"""What the environment has to say before Python starts, as `kiosk` does.

Python has no allocator of its own then; glibc fills with 255 whatever is freed (and with 0 what is asked for), and no
thread puts freed memory by for itself, where it would stay as it was.
"""


def wipes(environ: Mapping[str, str]) -> bool:
    """Whether this process was started so that it overwrites what is freed."""
    return all(environ.get(name) == value for name, value in WIPING.items())


def give_back() -> None:
    """Pages of which nothing is used any more go back to the system. A few milliseconds; only glibc can do it."""
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def forgetting(*those: Callable[[], None]) -> Callable[[], None]:
    """Has each of them forget, and then gives back what that has freed."""

    def forget() -> None:
        for one in those:
            one()
        give_back()

    return forget
