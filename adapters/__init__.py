"""The world outside: payment networks, printers, and simulators that speak their protocols over loopback."""
