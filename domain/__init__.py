"""What paying individual social insurance is. Imports no other room, no Qt, no database."""
