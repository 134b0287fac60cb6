# An exception that is thrown in gets what each waiting frame handles as its context, whatever it had; one that is raised after a send() keeps its own.
def chain(e):
    out = []
    while e: out.append(repr(e)); e = e.__context__
    return " <- ".join(out)
def inner(log):
    while True:
        try: x = yield len(log)
        except ValueError as e:
            log.append(repr(e))
            if len(log) == 3:
                try: raise IndexError("own")
                except IndexError: raise LookupError("raised after a throw")
            continue
        if x == "fail" or len(log) == 2 and x is None and log[-1] == "stop":
            try: raise IndexError("own")
            except IndexError: raise LookupError("raised after a send")
def outer(log):
    try: raise KeyError("handled in outer")
    except KeyError: yield from inner(log)
def drive(steps, label):
    log = []; g = outer(log); next(g)
    try:
        for s in steps:
            if isinstance(s, Exception): g.throw(s)
            else: g.send(s)
    except LookupError as e: print(label, chain(e))
V = ValueError
drive(["fail"], "send"); drive([V(1), "fail"], "throw, send"); drive([V(1), V(2), V(3)], "throws")
log = []; g = outer(log); next(g); g.throw(V(1)); log.append("stop")
try:
    for x in g: pass
except LookupError as e: print("for", chain(e))
def passing():
    try: yield
    finally: pass
def middle():
    try: yield from passing()
    except ValueError as e: print("middle", chain(e)); raise TypeError("from middle")
def top():
    try: 1/0
    except ZeroDivisionError:
        try: yield from middle()
        except TypeError as e: print("top", chain(e))
        yield
e = V("thrown"); e.__context__ = OSError("preset"); g = top(); next(g); g.throw(e)
import asyncio
async def leaf(t): return await t
async def branch(t):
    try: raise KeyError("handled in branch")
    except KeyError:
        try: return await leaf(t)
        finally: await asyncio.sleep(0)
async def failing():
    try: raise ValueError("original")
    except ValueError: raise RuntimeError("failed")
async def main():
    for make in (lambda: asyncio.create_task(failing()), failing):
        try: await branch(make())
        except RuntimeError as e: print(chain(e))
    t = asyncio.create_task(branch(asyncio.create_task(asyncio.sleep(9)))); await asyncio.sleep(0); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print(chain(e))
asyncio.run(main())
