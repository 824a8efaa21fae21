"""Phone numbers, and the countries they may belong to."""
