# A truncated unicode escape.
x = "\u12"
