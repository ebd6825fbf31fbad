"""Why the store cannot be used."""

from domain.ports import ForStaff, MayPass, NotAlone
from domain.words import Text


class StoreError(ForStaff):
    """The store cannot be used, or failed in use. What was acknowledged before is still there."""

    said = Text("数据存储不能用")


class StoreUnavailable(StoreError, MayPass):
    """Another program holds the store, the disk is full, or cannot be written to now: trying again may help."""

    said = Text("数据存储暂时不能写入：被别的程序占用，或磁盘已满")


class StoreTaken(StoreError, NotAlone):
    """A terminal runs on the store, and only one may."""


class StoreUnsound(StoreError):
    """What the store holds cannot be trusted: it is damaged, or it is not the one that was here last."""
