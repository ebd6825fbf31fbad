"""Properties that QML reads and Python as well: Qt's own, with the type of their value known to the type checker."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Generic, TypeVar, overload

    from PySide6.QtCore import Signal

    T = TypeVar("T")

    class _Read(Generic[T]):
        def __get__(self, owner: Any, kind: type[Any]) -> T: ...

    class Property(Generic[T]):
        """As `PySide6.QtCore.Property`: what is neither `constant` nor tells of its change by `notify` goes stale."""

        def __init__(self, type: type[T], *, notify: Signal = ..., constant: bool = ...) -> None: ...

        @overload
        def __call__(self, getter: Callable[[Any], T]) -> _Read[T]: ...

        @overload
        def __call__(self, getter: Callable[[Any], T | None]) -> _Read[T | None]: ...

        def __call__(self, getter: Any) -> Any: ...

else:
    from PySide6.QtCore import Property as Property
