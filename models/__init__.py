"""Text in, numbers out: the learned parts. They know no message and no rule."""
