# A program's own showwarning(), and none at all
import sys
import warnings

sys.stderr = sys.stdout
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print("shown:", message, category.__name__, lineno)
warnings.warn("first")
del warnings.showwarning
warnings.warn_explicit("second", UserWarning, "program.py", 7)
