"""The command `coil -m unittest`."""

import os.path
import sys

if sys.argv[0].endswith("__main__.py"):
  sys.argv[0] = os.path.basename(sys.executable) + " -m unittest"

__unittest = True

from unittest.main import main

main(module=None)
