# A source file that is not UTF-8.
x = "café"
