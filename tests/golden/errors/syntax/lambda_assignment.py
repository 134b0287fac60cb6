# An assignment in a lambda.
f = lambda: x = 1
