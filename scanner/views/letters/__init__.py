"""Letters and digits, however they are drawn, encoded, spelled, turned or set apart."""
