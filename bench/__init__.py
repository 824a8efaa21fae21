"""Measurement: labelled cases, the split, training sets, evaluation and speed. Never the store."""
