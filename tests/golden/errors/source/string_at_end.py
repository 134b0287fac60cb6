# An unterminated string at the end of the file.
x = 1
y = "abc