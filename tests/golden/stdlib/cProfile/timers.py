"""Profiles with timers of their own, without natives, without callers."""
import cProfile
import pstats

ticks = 0


def timer():
    global ticks
    ticks += 1
    return ticks


def inner():
    pass


def outer():
    inner()
    inner()
    len("")


def rows(profile):
    profile.create_stats()
    return sorted((name, row[0], row[1], round(row[2], 6), round(row[3], 6)) for (_, _, name), row in profile.stats.items())


ticks = 0
p = cProfile.Profile(timer, 0.5)
p.enable()
outer()
p.disable()
print(rows(p))
ticks = 0
p = cProfile.Profile(lambda: timer() / 4)
p.enable()
outer()
p.disable()
print(rows(p))
ticks = 0
p = cProfile.Profile(timer, 1, builtins=False)
p.enable()
outer()
p.disable()
print(rows(p))
print([[sub.callcount for sub in entry.calls or ()] for entry in sorted(p.getstats(), key=lambda entry: str(entry.code)) if "outer" in str(entry.code)])
p = cProfile.Profile(subcalls=False)
p.enable()
outer()
p.disable()
print({entry.calls for entry in p.getstats()})
p.clear()
print(p.getstats())
p.enable(builtins=False)
outer()
p.disable()
print(sorted(str(entry.code)[:13] for entry in p.getstats()))
for entry in p.getstats():
    if entry.code is inner.__code__:
        print(entry.callcount, entry.reccallcount, entry.calls, type(entry).__name__, entry[1], len(entry))
try:
    cProfile.Profile(1, 2, 3, 4, 5)
except TypeError as error:
    print(error)
