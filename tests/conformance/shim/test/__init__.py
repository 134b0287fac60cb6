"""The package of the regression tests: these helpers, and the folder of the installed tests."""
