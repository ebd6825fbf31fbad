"""The bureau: one service that holds what is true for all terminals, on PostgreSQL."""
