# Ordinary use, mistakes and corners of cProfile: snapshot_stats, Profile, dump_stats, run.
import cProfile, pstats, io, os, tempfile, re

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

def leaf(n): return n + 1
def work():
    t = 0
    for i in range(5): t = leaf(t)
    return t
def fact(n): return 1 if n < 2 else n * fact(n - 1)
p = cProfile.Profile()
print(p.runcall(work), p.runcall(fact, 5))
try: p.runcall(lambda: 1 / 0)
except ZeroDivisionError as e: print(e)
err(p.runcall)
err(p.runcall, 5)
print(p.run('x = work()') is p)
print(p.runctx('y = leaf(z)', {'leaf': leaf}, {'z': 1}) is p)
try: p.run('1/0')
except ZeroDivisionError as e: print(e)
try: p.run('a b')
except SyntaxError as e: print(e)
err(p.run, 5)
p.snapshot_stats()
mine = {k[2]: v[:2] for k, v in p.stats.items() if k[0] == __file__}
print(sorted(mine.items()))
path = tempfile.mktemp()
p.dump_stats(path)
st = pstats.Stats(path)
print(st.total_calls > 10, st.prim_calls < st.total_calls)
os.unlink(path)
err(p.dump_stats, '/no/such/dir/x')
err(pstats.Stats, '/no/such')
err(pstats.Stats, 5)
s = io.StringIO()
ps = pstats.Stats(p, stream=s).strip_dirs().sort_stats('calls', 'name')
ps.print_stats('leaf|fact')
print(re.sub(r'\d+\.\d+', 'T', s.getvalue()))
s.truncate(0); s.seek(0)
ps.print_callers('leaf')
print(re.sub(r'\d+\.\d+', 'T', s.getvalue()))
s.truncate(0); s.seek(0)
ps.print_callees('work')
print(re.sub(r'\d+\.\d+', 'T', s.getvalue()))
err(ps.sort_stats, 'nope')
err(ps.sort_stats, 5, 'calls')
err(ps.print_stats, 1.5, [1])
with cProfile.Profile() as q:
    leaf(1)
q.create_stats()
print([k[2] for k in q.stats if k[0] == __file__])
r = cProfile.Profile(lambda: 5, 0.5)
r.enable(); leaf(2); r.disable()
print(sorted((k[2], v[:4]) for k, v in (r.create_stats(), r.stats)[1].items() if 'leaf' in k[2]))
err(cProfile.Profile, 'x', 'y')
err(cProfile.run, '1/0', sort='nope')
out = pstats.Stats(p).get_stats_profile()
print(type(out).__name__, out.func_profiles['leaf'].ncalls, out.func_profiles['fact'].ncalls)
p.clear(); p.create_stats(); print(len(p.stats))
