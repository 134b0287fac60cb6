# Ordinary use, mistakes and corners of pstats: print_stats, load_stats, add, strip_dirs.
import cProfile, pstats, io, os, re, tempfile

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

def a(): return sum(range(10))
def b(): return a() + a()
def c(n): return n and c(n - 1)
def T(x): return re.sub(r'\d+\.\d+', 'T', x)
pr = cProfile.Profile(); pr.runcall(b); pr.runcall(c, 3); pr.create_stats()
out = io.StringIO(); s = pstats.Stats(pr, stream=out); print(s.strip_dirs() is s, s.sort_stats('ncalls', 'name') is s, s.print_stats() is s); print(T(out.getvalue())); out.truncate(0); out.seek(0)
s.print_stats(2); s.print_stats('a$'); s.print_stats(.5, 'c'); s.sort_stats(pstats.SortKey.NAME).print_callers('a'); s.print_callees('b'); s.reverse_order(); print(T(out.getvalue()))
p1, p2 = tempfile.mktemp(), tempfile.mktemp(); pr.dump_stats(p1); s.dump_stats(p2); l = pstats.Stats(p1, p2, stream=io.StringIO()); print(l.total_calls == 2 * s.total_calls, len(l.files), l.prim_calls); n = pstats.Stats(stream=io.StringIO()); n.load_stats(p1); print(n.total_calls == s.total_calls, n.add(p2).total_calls == 2 * s.total_calls, n.add() is n, n.add(pr).total_calls == 3 * s.total_calls)
st = n.strip_dirs().stats; print(sorted(k[2] for k in st)); os.unlink(p1); os.unlink(p2)
err(pstats.Stats, '/no/such/f'); err(pstats.Stats, 5); err(pstats.Stats, cProfile.Profile()); err(pstats.Stats, bogus=1); err(s.sort_stats, 'zzz'); err(s.sort_stats, 'calls', 1); err(s.sort_stats, 99); err(s.sort_stats, 'c') ; err(s.add, 5); err(s.load_stats, 5); err(s.print_stats, None); err(s.print_stats, '('); err(s.dump_stats, '/no/such/f'); err(pstats.SortKey, 'zzz'); err(s.strip_dirs, 1)
f = tempfile.mktemp(); open(f, 'wb').write(b'junk') if 0 else open(f, 'wb').close(); err(pstats.Stats, f); os.unlink(f); print([k.value for k in pstats.SortKey], pstats.SortKey('time'), pstats.SortKey.CALLS == 'calls', s.get_sort_arg_defs()['time'][1], sorted(s.get_sort_arg_defs())[:4]); print(s.sort_stats(-1).sort_type, s.sort_stats(2).sort_type, s.sort_stats('cumtime').sort_type, s.sort_stats().fcn_list is not None)
g = s.get_stats_profile(); print(g.func_profiles['c'].ncalls, g.func_profiles['a'].line_number > 0, g.total_tt >= 0)
