# A block that is empty.
def f():
x = 1
