# Which cause and context an exception gets.
def show(e, n=0):
    print(' ' * n, repr(e), e.__suppress_context__)
    if e.__cause__ and n < 6: print(' ' * n, 'cause'); show(e.__cause__, n + 1)
    if e.__context__ and n < 6: print(' ' * n, 'context'); show(e.__context__, n + 1)
def trial(f):
    try: f()
    except Exception as e: show(e)
def a():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('v')
def b():
    try: 1 / 0
    except ZeroDivisionError as z: raise ValueError('v') from z
def c():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('v') from None
def d():
    try: 1 / 0
    finally: {}['x']
def e():
    try:
        try: 1 / 0
        except ZeroDivisionError: [][1]
    except IndexError: raise KeyError('k')
def f():
    x = ValueError('self')
    try: raise x
    except ValueError: raise x
def g():
    raise ValueError('a') from TypeError
def h(): raise ValueError('a') from 5
def i(): raise 5
def j(): raise
def l():
    try: raise KeyError('1')
    except KeyError as e1:
        try: raise TypeError('2')
        except TypeError as e2: raise e1
def m():
    class X(Exception):
        def __init__(s): 1 / 0
    raise X
def n():
    class N:
        def __enter__(s): return s
        def __exit__(s, *a): raise RuntimeError('exit')
    with N(): raise ValueError('body')
def o():
    try: raise ValueError('x')
    except ValueError as ex: pass
    ex
for fn in (a, b, c, d, e, f, g, h, i, j, l, m, n, o):
    print(fn.__name__); trial(fn)
