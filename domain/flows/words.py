"""Sentences that several channels' tables say in the same words."""

CLEARED = "证件信息只在这次办理中使用，离开时自动清除"
