# Functions of pstats that the other tests do not use: parts.
import cProfile, io, os, pstats, re, tempfile

def leaf(): pass
def middle(): leaf(); leaf()
def top(): middle(); leaf()
profile = cProfile.Profile(); profile.runcall(top); profile.create_stats()
def shown(text): return re.sub(r"\d+\.\d+", "T", text)
out = io.StringIO(); s = pstats.Stats(profile, stream=out).strip_dirs().sort_stats("name")
print(s.get_top_level_stats(), s.total_calls, s.calc_callees(), sorted(f[2] for f in s.all_callees))
s.print_title(); s.print_line(next(f for f in s.stats if f[2] == "leaf")); s.print_call_heading(10, "called..."); f = next(f for f in s.stats if f[2] == "leaf"); s.print_call_line(20, f, s.stats[f][4], "<-"); s.print_call_line(20, f, {})
print(shown(out.getvalue())); out.truncate(0); out.seek(0)
print([x[2] for x in s.fcn_list], [x[2] for x in s.reverse_order().fcn_list], s.eval_print_amount("leaf", s.fcn_list, "")[1], [x[2] for x in s.eval_print_amount(1, s.fcn_list, "")[0]], [x[2] for x in s.eval_print_amount(0.5, s.fcn_list, "")[0]], s.eval_print_amount("(", s.fcn_list, ""), s.get_print_list(["leaf"])[1][0][2]); print(shown(out.getvalue()))
path = tempfile.mktemp(); s.dump_stats(path); loaded = pstats.Stats(path); t = pstats.Stats(stream=out); t.load_stats(path); print(loaded.total_calls, sorted(x[2] for x in t.stats if x[2] in ("leaf", "middle")), t.add(path).total_calls); os.unlink(path)
p = s.get_stats_profile(); print(type(p).__name__, isinstance(p, pstats.StatsProfile), isinstance(p.func_profiles["leaf"], pstats.FunctionProfile), p.func_profiles["leaf"].ncalls, p.func_profiles["leaf"].file_name, sorted(p.func_profiles)[:2])
for wrong in (lambda: pstats.Stats(5), lambda: s.sort_stats("bogus"), lambda: s.sort_stats(1, "x"), lambda: pstats.Stats("/no/such"), lambda: s.load_stats({}), lambda: pstats.Stats(bogus=1)):
    try: print(type(wrong()).__name__)
    except Exception as e: print(type(e).__name__, str(e).partition(" at 0x")[0])
print(list(pstats.SortKey), pstats.SortKey("calls"), pstats.func_std_string(("f", 1, "g")), pstats.func_std_string(("~", 0, "<x>")), pstats.count_calls({1: 2, 3: 4}) if 0 else "", pstats.f8(1.5))
