"""Accounts to be paid on."""
