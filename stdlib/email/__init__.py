"""Mail: only email.utils is here, with dates and addresses."""
