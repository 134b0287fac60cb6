"""Compares Coil with the other interpreters on the programs of this folder.

  python3 tests/bench/compare.py [--coil PATH] [--rounds N] [--only NAME ...] [--peers NAME ...]

Every program prints a result line, which must be equal everywhere, and a line "# NS ns per op" by
its own clock. Rounds are interleaved (every interpreter runs a program once, then all again), so
that a busy moment of the machine hits everybody; the median counts. `startup` is timed from
outside, `memory_tasks` reports bytes per task from the peak of the process with and without its
tasks. The table is Markdown; brackets hold the ratio to CPython (x2: twice as fast, half as big).
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
MEMORY, STARTUP = "memory_tasks", "startup"
TASKS = 100_000
TOOLS = ("compare", "compare_builds", "imports")
TIMEOUT = 120
TIME = shutil.which("time")

# uvloop is the same interpreter with another event loop: install it, then run the program.
WITH_UVLOOP = (
  "import runpy, sys, uvloop; uvloop.install(); del sys.argv[0]; "
  "runpy.run_path(sys.argv[0], run_name='__main__')"
)


class Peer:
  """An interpreter: its name in the table, the command before the script, the suffix of its programs."""

  def __init__(self, name, command, suffix=".py"):
    self.name = name
    self.command = command
    self.suffix = suffix

  def script(self, bench):
    path = os.path.join(HERE, bench + self.suffix)
    return path if os.path.exists(path) else None


class Sample:
  """One run: its result line, nanoseconds per operation, seconds in all, peak bytes; or the error."""

  def __init__(self, result=None, ns=None, seconds=None, peak=None, error=None):
    self.result = result
    self.ns = ns
    self.seconds = seconds
    self.peak = peak
    self.error = error


def wait_for(process):
  """Waits for the process (killing its group when it takes too long); gives status and usage."""
  watchdog = threading.Timer(TIMEOUT, os.killpg, (process.pid, signal.SIGKILL))
  watchdog.start()
  try:
    _, status, usage = os.wait4(process.pid, 0)
  finally:
    watchdog.cancel()
  process.returncode = os.waitstatus_to_exitcode(status)
  return usage


def run_once(peer, bench, *arguments):
  command = [*peer.command, peer.script(bench), *arguments]
  with tempfile.NamedTemporaryFile() as memory, tempfile.TemporaryFile() as out, \
      tempfile.TemporaryFile() as err:
    # The peak of a process counts its parent's size at the fork, so a peak below this Python's own
    # needs a small parent: GNU time. `startup` pays its millisecond with everybody.
    if TIME:
      command = [TIME, "-q", "-f", "%M", "-o", memory.name, *command]
    start = time.perf_counter()
    try:
      process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=err,
        start_new_session=True,
        env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"),
      )
    except OSError as error:
      return Sample(error=str(error))
    usage = wait_for(process)
    seconds = time.perf_counter() - start
    measured = memory.read().split()
    peak = int(measured[-1]) if measured else usage.ru_maxrss
    out.seek(0)
    err.seek(0)
    lines = out.read().decode(errors="replace").splitlines()
    if process.returncode != 0:
      reason = err.read().decode(errors="replace").strip().splitlines()
      return Sample(error=f"exit {process.returncode}: {reason[-1] if reason else 'no message'}")
  if not lines:
    return Sample(error="printed nothing")
  ns = None
  for line in lines[1:]:
    if line.startswith("# "):
      ns = float(line.split()[1])
  return Sample(lines[0], ns, seconds, peak * 1024)


def works(command, *arguments):
  quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
  try:
    done = subprocess.run([*command, *arguments], timeout=30, **quiet)
  except (OSError, subprocess.TimeoutExpired):
    return False
  return done.returncode == 0


def find_peers(coil):
  """Everything installed, Coil first and CPython second."""
  peers = []
  if works([coil], os.path.join(HERE, STARTUP + ".py")):
    peers.append(Peer("coil", [coil]))
  else:
    print(f"note: {coil} does not run, comparing the others", file=sys.stderr)
  peers.append(Peer("cpython", [sys.executable]))
  for python in (sys.executable, "/usr/bin/python3"):
    if works([python], "-c", "import uvloop"):
      peers.append(Peer("uvloop", [python, "-c", WITH_UVLOOP]))
      break
  others = (
    ("pypy", ["pypy3"], ".py"),
    ("node", ["node"], ".js"),
    ("luajit", ["luajit"], ".lua"),
    ("luajit -joff", ["luajit", "-joff"], ".lua"),
    ("lua", ["lua5.4"], ".lua"),
  )
  for name, (program, *options), suffix in others:
    path = shutil.which(program)
    if path:
      peers.append(Peer(name, [path, *options], suffix))
  return peers


def benchmark_names():
  programs = [name[:-3] for name in os.listdir(HERE) if name.endswith(".py")]
  return sorted(name for name in programs if name not in TOOLS)


def uses_asyncio(bench):
  with open(os.path.join(HERE, bench + ".py"), encoding="utf-8") as source:
    return "import asyncio" in source.read()


def applies(peer, bench):
  # uvloop changes nothing where there is no loop.
  return peer.script(bench) is not None and (peer.name != "uvloop" or uses_asyncio(bench))


def measure(bench, peers, rounds, problems):
  """Interleaved rounds of one program: {peer name: (median value, median peak)}."""
  peers = [peer for peer in peers if applies(peer, bench)]
  samples = {peer.name: [] for peer in peers}
  failed = set()
  expected = None
  for _ in range(rounds):
    for peer in peers:
      if peer.name in failed:
        continue
      sample = run_once(peer, bench)
      if sample.error is None:
        expected = expected or sample.result
        if sample.result != expected:
          sample.error = f"result {sample.result!r}, others have {expected!r}"
        elif bench != STARTUP and sample.ns is None:
          sample.error = "no timing line"
      if sample.error is None and bench == MEMORY:
        empty = run_once(peer, bench, "0")
        if empty.error is not None:
          sample.error = empty.error
        else:
          sample.ns = (sample.peak - empty.peak) / TASKS
      if sample.error is not None:
        problems.append(f"{bench} on {peer.name}: {sample.error}")
        failed.add(peer.name)
        continue
      value = sample.seconds * 1e9 if bench == STARTUP else sample.ns
      samples[peer.name].append((value, sample.peak))
  return {
    name: (statistics.median(v for v, _ in values), statistics.median(p for _, p in values))
    for name, values in samples.items()
    if values and name not in failed
  }


def show_value(bench, value):
  if bench == MEMORY:
    return f"{value:,.0f} B"
  if value >= 1e6:
    return f"{value / 1e6:.1f} ms"
  if value >= 1e4:
    return f"{value / 1e3:.1f} µs"
  return f"{value:.1f} ns"


def show_ratio(value, base):
  if not base or value <= 0:
    return ""
  ratio = base / value
  return f" (x{ratio:.0f})" if ratio >= 10 else f" (x{ratio:.2g})"


def print_table(title, rows, peers, show):
  print(f"\n| {title} | " + " | ".join(peers) + " |")
  print("| --- |" + " ---: |" * len(peers))
  for bench, cells in rows:
    print(f"| {bench} | " + " | ".join(show(bench, cells, name) for name in peers) + " |")


def main():
  parser = argparse.ArgumentParser(description="Compares Coil with the other interpreters.")
  parser.add_argument("--coil", default=os.path.join(ROOT, "build", "release", "coil"))
  parser.add_argument("--rounds", type=int, default=5)
  parser.add_argument("--only", nargs="*", help="names of programs, without suffix")
  parser.add_argument("--peers", nargs="*", help="names of interpreters")
  options = parser.parse_args()

  benches = benchmark_names()
  unknown = set(options.only or []) - set(benches)
  if unknown:
    parser.error("no such program: " + ", ".join(sorted(unknown)))
  benches = options.only or benches
  peers = find_peers(options.coil)
  if options.peers:
    peers = [peer for peer in peers if peer.name in options.peers]

  rows, problems = [], []
  for bench in benches:
    print("running", bench, file=sys.stderr)
    rows.append((bench, measure(bench, peers, options.rounds, problems)))

  def time_cell(bench, cells, name):
    if name not in cells:
      return "-"
    base = cells.get("cpython", (None, None))[0]
    ratio = "" if name == "cpython" else show_ratio(cells[name][0], base)
    return show_value(bench, cells[name][0]) + ratio

  def peak_cell(bench, cells, name):
    return f"{cells[name][1] / 2**20:.1f} MB" if name in cells else "-"

  def mean_row(title, uses_loop):
    cells = {}
    for peer in peers:
      ratios = [
        found["cpython"][0] / found[peer.name][0]
        for bench, found in rows
        if bench not in (MEMORY, STARTUP) and uses_asyncio(bench) == uses_loop
        and peer.name in found and "cpython" in found
      ]
      if ratios and peer.name != "cpython":
        cells[peer.name] = f"x{statistics.geometric_mean(ratios):.3g}"
    return title, cells

  names = [peer.name for peer in peers]
  means = [mean_row("asynchronous programs", True), mean_row("plain programs", False)]
  print_table(f"per operation, median of {options.rounds}", rows, names, time_cell)
  print_table("geometric mean of the ratios", means, names, lambda _, cells, name: cells.get(name, "-"))
  print_table("peak memory", rows, names, peak_cell)
  if problems:
    print("\nProblems:")
    for problem in problems:
      print("-", problem)
  return 1 if problems else 0


if __name__ == "__main__":
  sys.exit(main())
