"""Nothing: there are no tests with generated data here."""
