# A lambda has its own frame.
f = lambda x: x.missing
print(f(1))
