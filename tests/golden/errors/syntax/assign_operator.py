# Assigning to an expression.
a + b = c
