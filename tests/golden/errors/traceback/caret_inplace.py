# In-place operators.
x = 1
x += "a"
