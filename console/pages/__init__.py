"""One file for each page or action."""
