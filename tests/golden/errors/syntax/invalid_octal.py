# A wrong octal digit.
x = 0o18
