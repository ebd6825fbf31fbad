"""A UnionPay ACP 5.1.0 on this machine."""
