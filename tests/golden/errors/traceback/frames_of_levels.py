# f_back of the frames of a traceback: the level above it, then what runs; generators have ended.
def a(): b()
def b(): c()
def c(): 1/0
def walk(f):
    names=[]
    while f: names.append(f.f_code.co_name); f = f.f_back
    return names
try: a()
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        print(walk(tb.tb_frame)); tb = tb.tb_next
    err = e
f = err.__traceback__.tb_next.tb_next.tb_frame
print(walk(f))
def outer():
    try: a()
    except ZeroDivisionError as e: return e, walk(e.__traceback__.tb_frame), walk(e.__traceback__.tb_next.tb_next.tb_next.tb_frame)
e, w1, w2 = outer()
print(w1, w2)
def gen():
    yield 1
    1/0
def use():
    g = gen(); next(g); next(g)
try: use()
except ZeroDivisionError as e:
    t = e.__traceback__.tb_next
    print(walk(t.tb_frame), t.tb_next.tb_frame.f_back)
def rec(n):
    if n == 0: 1/0
    rec(n-1)
try: rec(3)
except ZeroDivisionError as e:
    t = e.__traceback__
    while t.tb_next: t = t.tb_next
    print(walk(t.tb_frame))
