"""HTTP for the marketplace: what comes in is checked at the door, what is refused is told why."""
