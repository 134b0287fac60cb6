# A parenthesis never opened.
x = 1)
