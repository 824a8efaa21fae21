"""The desk: pages for moderators, rendered on the server. Mounted by the API under /console."""
