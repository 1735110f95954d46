"""What is measured rather than asserted: `make bench` prints the tables."""
