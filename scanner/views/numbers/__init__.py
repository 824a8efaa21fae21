"""Numbers said in words, in parts, in riddles or by a rule, read as their figures."""
