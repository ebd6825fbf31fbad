"""The machine that a terminal runs on: whether it is locked, how its screen hangs, its printers' queues."""
