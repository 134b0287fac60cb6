# Differences of lines: unified, context, for people, and back.
import difflib

a = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n".splitlines(True)
b = "one\n2\nthree\nfour\nfive\nsix\nseven\neight!\nnine\nzehn\neleven\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "old", "new", "today", "now", n=1)))
print("".join(difflib.context_diff(a, b, "old", "new")))
delta = list(difflib.ndiff(a, b))
print("".join(delta))
print(list(difflib.restore(delta, 1)) == a, list(difflib.restore(delta, 2)) == b)
print("".join(difflib.Differ().compare(["  private Thread currentThread;\n", "x\n"], ["  private volatile Thread currentThread;\n", "y\n"])))
print(list(difflib.unified_diff([], [])), list(difflib.unified_diff(["a"], ["b"], lineterm="")), list(difflib.unified_diff([], ["x"], lineterm="")))
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff"], [b"b"], b"f", b"t", lineterm=b"")))
print(difflib.IS_LINE_JUNK("  # \n"), difflib.IS_LINE_JUNK("x"), difflib.IS_CHARACTER_JUNK("\t"), difflib.IS_CHARACTER_JUNK("x"))
for f in (lambda: list(difflib.restore([], 3)), lambda: list(difflib.unified_diff([1], [2])), lambda: list(difflib.unified_diff(["a"], ["b"], fromfile=1))):
  try:
    f()
  except (ValueError, TypeError) as e:
    print(type(e).__name__, e)
