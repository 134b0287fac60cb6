# Where SyntaxErrors of annotations, of conditional expressions in `with`, and of `=` in statements that take expressions point.
SOURCES = """\
(x if y else z): int = 1
(1): int
((a, b)): int
([a]): int
((x.y[0]())): int
with a if b as c: pass
with a if b, c: pass
async with a if b as c: pass
with a if b: pass
with (a if b) as c: pass
del x, y = 1
del x[0], y = 1
return x, y = 1
return x.y, z.w = 1
assert x, y = 1
global x, y = 1
for x in a, y = 1: pass
for x, y = 1 in z: pass
with a as b, c = 1: pass
x = 1, y = 2
x, y = 1 z
print x, y = 1
lambda: x, y = 1
not x, y = 1
if x, y = 1: pass
raise x, y = 1
yield x, y = 1""".split("\n")

for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(source, "| compiles")
    except SyntaxError as error:
        print(source, "|", error.msg, error.offset, error.end_offset)
