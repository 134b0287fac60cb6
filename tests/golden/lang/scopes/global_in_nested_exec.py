# A global statement anywhere in executed code sends the top level's own uses of the name to the globals, not to separate locals.
def run(source):
    global_names, local_names = {}, {}
    exec(source, global_names, local_names)
    del global_names["__builtins__"]
    names = sorted(set(global_names) | set(local_names))
    print({name: [name in global_names, name in local_names] for name in names}, local_names.get("result"))


run("""
x = 7
z = 1
def f():
    x = 1
    def g():
        global x
        def h():
            return x
        return h()
    return g(), x
result = f()
""")
run("""
def f():
    y = 1
    def g():
        global y
        return y
    def h():
        return y + 1
    return g(), h()
y = 9
result = f()
""")
run("""
class C:
    global w
    w = 3
w += 1
result = w
""")
