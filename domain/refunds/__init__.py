"""Refund applications (退费申请): what can be refunded, an application's life, and how its money goes out."""
