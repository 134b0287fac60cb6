# Loops with else, break, continue and return through finally.
for i in range(3):
    if i == 5: break
else: print('else')
for i in []: pass
else: print('empty else', 'i' in dir())
while False: pass
else: print('while else')
def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return i
        finally: print('fin', i)
print(f())
def g():
    while True:
        try: break
        finally: print('g fin')
    return 'after'
print(g())
def h():
    try: return 'try'
    finally: return 'finally'
print(h())
def k():
    for x in [1, 2]:
        try: raise ValueError
        except ValueError: continue
        finally: print('kf', x)
        print('never')
    else: return 'kelse'
print(k())
def m():
    try:
        try: 1 / 0
        finally: print('inner')
    except ZeroDivisionError as e: return repr(e)
    else: return 'else'
    finally: print('outer')
print(m())
def n():
    for i in range(2):
        for j in range(2):
            if j: break
            print(i, j)
        else: print('no')
n()
x = [1, 2, 3, 4]
for v in x: x.remove(v)
print(x)
for i, x[0] in enumerate('ab'): print(i, x)
for (a, b), *c in [((1, 2), 3, 4)]: print(a, b, c)
d = {}
for d['k'] in range(2): pass
print(d)
try:
    for i in 5: pass
except TypeError as e: print(e)
def gen():
    try:
        yield 1; yield 2
    finally: print('closed')
for v in gen(): break
print('after break')
def o():
    for v in gen(): return v
print(o())
for src in ['break', 'continue', 'def f():\n break', 'for x in y:\n def f(): continue', 'while 1:\n class A: break', 'if 1: break', 'for x in y: pass\nelse: continue', 'while 1:\n try: pass\n finally: continue\n', 'return', 'class A: return', 'yield', 'await x', 'def f():\n async with x: pass', 'def f():\n async for x in y: pass', 'async def f():\n [x async for x in y]', 'def f(): [x async for x in y]', 'def f(): [await x for x in y]', 'class A: yield', '[(yield) for x in y]', 'async def f(): return [(yield x) for x in y]', 'async def f():\n yield 1\n return 2', 'lambda: (yield)', 'print(yield)']:
    try: compile(src, 's', 'exec'); print(repr(src), 'ok')
    except SyntaxError as e: print(repr(src), e.msg, e.lineno, e.offset)
