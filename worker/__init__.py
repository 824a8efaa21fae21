"""The queue: messages that were accepted are judged once, whatever dies in between."""
