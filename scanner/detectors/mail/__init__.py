"""Mail addresses, written or told."""
