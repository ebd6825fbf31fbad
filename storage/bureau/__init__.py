"""What only a bureau holds: terminals, their claims and copies, its staff, its requests and its audit log."""
