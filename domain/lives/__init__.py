"""What happens to orders, refund applications and agreements, and how it is drawn."""
