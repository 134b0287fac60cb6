value = [1, 2]
def f():
    return value[5]
