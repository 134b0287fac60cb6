"""Measures what importing each module of the library costs, over a program that does nothing.

  python3 tests/bench/imports.py [--coil PATH] [--rounds N] [--only NAME ...] [--instructions]

A row is the processor time (user and system, in milliseconds) of `coil -c "import NAME"` less that of
`coil -c pass`. Rounds are interleaved and the best one counts, since another program can only add to
a time. --instructions counts those that callgrind sees as well, which no other program disturbs but
which leave the system's work out.
"""

import argparse
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
NOTHING = "pass"


def library_modules(coil):
  """The public modules, those of packages included, that can be imported one by one."""
  names = set()
  library = os.path.join(ROOT, "stdlib")
  for folder, _, files in os.walk(library):
    package = os.path.relpath(folder, library).replace(os.sep, ".")
    for file in files:
      if file.endswith(".py"):
        name = file[:-3] if package == "." else f"{package}.{file[:-3]}"
        names.add(name.removesuffix(".__init__"))
  names.update(subprocess.check_output([coil, "-c", "import sys; print(*sys.builtin_module_names)"], text=True).split())
  return sorted(name for name in names if not any(part.startswith("_") for part in name.split(".")) and importable(coil, name))


def importable(coil, name):
  done = subprocess.run([coil, "-c", f"import {name}"], stdin=subprocess.DEVNULL, capture_output=True)
  return done.returncode == 0 and not done.stdout


def processor_time(coil, program):
  """Milliseconds of one run."""
  child = os.posix_spawn(coil, [coil, "-c", program], os.environ)
  _, status, usage = os.wait4(child, 0)
  if status != 0:
    sys.exit(f"{program!r} fails")
  return 1000 * (usage.ru_utime + usage.ru_stime)


def instructions(coil, program):
  """Millions of instructions of one run."""
  command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", coil, "-c", program]
  done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
  return int(re.search(r"Collected : (\d+)", done.stderr)[1]) / 1e6


def main():
  parser = argparse.ArgumentParser(description="Measures imports of the library's modules.")
  parser.add_argument("--coil", default=os.path.join(ROOT, "build", "release", "coil"))
  parser.add_argument("--rounds", type=int, default=20)
  parser.add_argument("--only", nargs="*", help="names of modules")
  parser.add_argument("--instructions", action="store_true", help="count instructions too (needs valgrind)")
  options = parser.parse_args()

  modules = options.only or library_modules(options.coil)
  programs = {NOTHING: NOTHING, **{name: f"import {name}" for name in modules}}
  best = dict.fromkeys(programs, float("inf"))
  for _ in range(options.rounds):
    for name, program in programs.items():
      best[name] = min(best[name], processor_time(options.coil, program))

  print("| module | ms |" + " million instructions |" * options.instructions)
  print("| --- | ---: |" + " ---: |" * options.instructions)
  base = instructions(options.coil, NOTHING) if options.instructions else 0
  for name in sorted(modules, key=best.get, reverse=True):
    row = f"| {name} | {best[name] - best[NOTHING]:.2f} |"
    if options.instructions:
      row += f" {instructions(options.coil, programs[name]) - base:.2f} |"
    print(row)


if __name__ == "__main__":
  main()
