"""HTTP for the marketplace: what comes in is checked at the door, and every refusal is told plainly."""
