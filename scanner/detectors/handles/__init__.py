"""Names on messengers and networks, and the apps that they belong to."""
