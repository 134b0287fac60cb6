# Users, groups and masks that no process can have.
import subprocess

for options in ({"user": -1}, {"user": 2**64}, {"user": 1.5}, {"user": "nobody of that name"}, {"group": -2}, {"group": 2**64}, {"group": b"x"}, {"extra_groups": [-1]},
                {"extra_groups": [2**64]}, {"extra_groups": ["nobody of that name"]}, {"extra_groups": "abc"}, {"extra_groups": [1.5]}, {"umask": 2**40}, {"umask": "x"},
                {"umask": -2}, {"process_group": 2**40}):
  try:
    print(options, subprocess.run(["true"], **options))
  except Exception as error:
    print(options, type(error).__name__, error)
