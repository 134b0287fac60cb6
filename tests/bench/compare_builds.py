"""Compares two builds of Coil by the instructions that each program of this folder executes.

  python3 tests/bench/compare_builds.py OLD NEW [--only NAME ...] [--threshold PERCENT]

Instructions are counted by valgrind's callgrind, which a busy machine does not disturb; programs run
with a tenth of their counts where they have a COUNT, since callgrind is slow. Programs that differ
by more than the threshold are marked, and make the exit code 1 when NEW is worse.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

from compare import HERE, MEMORY, benchmark_names

TIMEOUT = 600


def smaller(source):
  """The program with a tenth of its COUNT, or as it is."""
  return re.sub(
    r"^(COUNT) = ([0-9_]+)$",
    lambda found: f"{found[1]} = {max(int(found[2]) // 10, 1)}",
    source,
    flags=re.MULTILINE,
  )


def count_instructions(coil, script):
  command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", coil, script]
  done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL)
  found = re.search(r"Collected : (\d+)", done.stderr)
  if done.returncode != 0 or not found:
    sys.exit(f"{coil} {script}: exit {done.returncode}\n{done.stderr[-500:]}")
  return int(found[1])


def main():
  parser = argparse.ArgumentParser(description="Compares two builds of Coil.")
  parser.add_argument("old")
  parser.add_argument("new")
  parser.add_argument("--only", nargs="*", help="names of programs, without suffix")
  parser.add_argument("--threshold", type=float, default=2.0, help="percent that counts as a difference")
  options = parser.parse_args()
  if not shutil.which("valgrind"):
    parser.error("valgrind is not installed")

  worse = False
  print("| program | old | new | change |\n| --- | ---: | ---: | ---: |")
  with tempfile.TemporaryDirectory() as folder:
    for bench in options.only or benchmark_names():
      if bench == MEMORY:
        continue
      script = os.path.join(folder, bench + ".py")
      with open(os.path.join(HERE, bench + ".py"), encoding="utf-8") as source:
        text = smaller(source.read())
      with open(script, "w", encoding="utf-8") as target:
        target.write(text)
      old, new = (count_instructions(coil, script) for coil in (options.old, options.new))
      change = (new - old) / old * 100
      mark = " !" if abs(change) > options.threshold else ""
      worse = worse or change > options.threshold
      print(f"| {bench} | {old:,} | {new:,} | {change:+.1f} %{mark} |", flush=True)
  return 1 if worse else 0


if __name__ == "__main__":
  sys.exit(main())
