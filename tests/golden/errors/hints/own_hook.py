# A hook of the program's own prints what it wants, alone; so does traceback.
import sys, traceback
try:
    import asyncoi
except ImportError:
    traceback.print_exc()
sys.excepthook = lambda *args: print("hook", args[1], file=sys.stderr)
import asyncoi
