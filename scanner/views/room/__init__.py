"""What one side said over several messages, read together."""
