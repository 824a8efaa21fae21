"""Links to a person, a meeting or an account, and those that lure."""
