# A truncated escape.
x = "\x4"
