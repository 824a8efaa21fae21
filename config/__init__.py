"""Settings and logs. Read by the rooms that touch the world; the engine below never asks."""
