"""The parent of concurrent.futures."""
