"""The interface of cProfile, profile and pstats: run, runctx, runcall, files, adding up, sort keys."""
import cProfile
import contextlib
import io
import marshal
import os
import profile
import pstats
import re
import sys
import tempfile


def work(n=3):
    found = []
    for i in range(n):
        found.append(helper(i))
    return found


def helper(i):
    return abs(i)


def counts(stats, *names):
    return {name: row[:2] for (file, line, name), row in sorted(stats.items(), key=str) if name in names}


def report(function, *args, **kwargs):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        function(*args, **kwargs)
    lines = out.getvalue().splitlines()
    return [re.sub(r"\d+\.\d{3}", "T.TTT", line) for line in lines if "helper" in line or "Ordered" in line or "calls" in line and "ncalls" not in line]


for module in (cProfile, profile):
    print("--", module.__name__)
    p = module.Profile()
    print(p.runcall(work, n=2))
    p.create_stats()
    print(counts(p.stats, "work", "helper"))
    p = module.Profile().run("work(4)")
    p.create_stats()
    print(counts(p.stats, "work", "helper"))
    namespace = {"work": work}
    p = module.Profile().runctx("result = work(2)", namespace, namespace)
    print(namespace["result"])
    print([line for line in report(module.run, "work()", sort="calls") if "function calls" not in line])
    print([line for line in report(module.runctx, "work(k)", {"work": work, "k": 2}, {}, sort=2) if "function calls" not in line])
    try:
        module.Profile().runctx("1/0", {}, {})
    except ZeroDivisionError as error:
        print(error)
    print(sys.getprofile())
    print([line for line in report(module.run, "raise SystemExit(3)") if "helper" in line])
    with tempfile.TemporaryDirectory() as folder:
        one, two = os.path.join(folder, "one"), os.path.join(folder, "two")
        module.run("work(2)", one)
        module.Profile().runctx("work(3)", globals(), locals()).dump_stats(two)
        with open(one, "rb") as file:
            print(sorted(counts(marshal.load(file), "work", "helper").items()))
        stats = pstats.Stats(one, stream=io.StringIO())
        print(len(stats.files), counts(stats.stats, "work", "helper"))
        stats.add(two)
        print(len(stats.files), counts(stats.stats, "work", "helper"))
        stats.dump_stats(one)
        again = pstats.Stats(one, two, stream=io.StringIO())
        print(counts(again.stats, "work", "helper"))

with cProfile.Profile() as p:
    work()
profiled = pstats.Stats(p, stream=io.StringIO()).strip_dirs().get_stats_profile()
row = profiled.func_profiles["helper"]
print(row.ncalls, row.file_name, row.line_number, type(row.tottime), type(profiled.total_tt), profiled.total_tt >= 0)

print([(key.name, key.value) for key in pstats.SortKey], pstats.SortKey("ncalls"), pstats.SortKey.TIME == "time", repr(pstats.SortKey.NFL))
stats = pstats.Stats()
print(sorted(stats.get_sort_arg_defs()))
for keys in ((), ("time", "name"), (pstats.SortKey.CALLS, pstats.SortKey.NAME), (1,), (-1,), ("cum",), ("nfl",), ("c",), (7,), ("time", 1)):
    try:
        stats.sort_stats(*keys)
        print(keys, getattr(stats, "sort_type", None))
    except (KeyError, TypeError) as error:
        print(keys, type(error).__name__, error)
for bad in (object(), 3):
    try:
        pstats.Stats(bad)
    except TypeError as error:
        print(re.sub(" at 0x[0-9a-f]+", "", str(error)))
try:
    pstats.Stats(cProfile.Profile())
except TypeError as error:
    print(re.sub(" at 0x[0-9a-f]+", "", str(error)))
print(pstats.func_std_string(("~", 0, "<built-in method x.y>")), pstats.func_std_string(("a/b.py", 3, "f")), pstats.func_strip_path(("a/b.py", 3, "f")))
print(pstats.add_func_stats((1, 2, 0.5, 1.5, {"a": (1, 1, 0.5, 0.5)}), (1, 1, 0.25, 0.5, {"a": (2, 1, 0.5, 1.0), "b": (1, 1, 0.0, 0.0)})))
print(cProfile.label("<x>"), cProfile.label(work.__code__)[1:])
print(pstats.f8(3), pstats.count_calls({1: 2, 3: 4}))
