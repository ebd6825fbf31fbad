"""What the desk's pages say of orders, refunds and cases; everybody is masked."""
