"""The details of the desk's log, in words."""

from bureau.desk.words.acts import REFUSE
from domain.desk.deeds import Added, Agreed, Decided, Declined, Entry, Granted, Hindered, Proposed
from domain.desk.member import Role
from domain.desk.proposals import Act
from domain.money import Fen, yuan
from domain.words import NOTHING, Text, joined

BY_ONE = {
    REFUSE: Text("审核不通过"),
    "address": Text("填写收款账户"),
    "send": Text("退库"),
    "take_over": Text("改由人工办理"),
    "stop": Text("不再重发"),
}
"""What one person can do about a refund, by its word."""


def told(entry: Entry) -> Text:
    """What more there is to say of an entry; empty if nothing."""
    deed, detail = entry.deed, entry.detail
    if deed in {Added, Granted}:
        return joined("、", (Role(role).label for role in detail.split()))
    if deed in {Proposed, Agreed}:
        word, fen = detail.split()
        act = Act(word)
        return act.label if act.of == "member" else Text("{end} {amount} 元", end=act.label, amount=yuan(Fen(int(fen))))
    if deed in {Declined, Hindered}:
        return Act(detail).label
    return BY_ONE[detail] if deed is Decided else NOTHING
