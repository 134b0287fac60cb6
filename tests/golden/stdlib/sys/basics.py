# sys: arguments, version, limits, exc_info, stdout and stderr.
import sys
print(len(sys.argv), sys.argv[0], sys.version_info >= (3, 11), sys.maxsize == 2 ** 63 - 1, sys.byteorder, sys.getrecursionlimit() > 100, "sys" in sys.modules, sys.exc_info(), sys.stdin.isatty(), sys.float_info.max, sys.maxunicode, sys.intern("x"))
sys.stdout.write("no newline"); sys.stdout.flush(); print()
print(sys.getrefcount is not None, isinstance(sys.path, list), type(sys.stdout).__name__ != "")
try: sys.exit()
except SystemExit as e: print(repr(e), e.code)
