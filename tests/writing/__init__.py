"""Changing files in place."""
