# Carets for a unary operator.
x = [1]
y = 3 + -x
