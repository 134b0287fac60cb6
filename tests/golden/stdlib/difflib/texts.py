# unified_diff, context_diff, ndiff and restore of two texts; bytes; junk.
import difflib

old = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n".splitlines(keepends=True)
new = "zero\none\ntwo\ntree\nfour\nfive\nsix\nseven\neight\nten\neleven\n".splitlines(keepends=True)
for n in (3, 1, 0):
  print("".join(difflib.unified_diff(old, new, "before", "after", "then", "now", n=n)))
  print("".join(difflib.context_diff(old, new, "before", "after", n=n)))
delta = list(difflib.ndiff(old, new))
print("".join(delta))
print(list(difflib.restore(delta, 1)) == old, list(difflib.restore(delta, 2)) == new)
print("".join(difflib.ndiff(["\tabc def\n", "x y z\n"], ["\tabd deg\n", "x  y z\n"])))
print("".join(difflib.Differ(linejunk=difflib.IS_LINE_JUNK).compare(["a\n", "\n", "b\n"], ["a\n", "b\n", "\n"])))
print(list(difflib.unified_diff([], [])), list(difflib.unified_diff(["a"], [], lineterm="")))
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff\n"], [b"b\n"], b"f", b"t")))
print(difflib.IS_LINE_JUNK("  # \n"), difflib.IS_LINE_JUNK("x"), difflib.IS_CHARACTER_JUNK("\t"))
for fail in (lambda: list(difflib.restore([], 3)), lambda: list(difflib.unified_diff([b"a"], [b"b"])), lambda: list(difflib.unified_diff(["a"], ["b"], b"x")),
             lambda: list(difflib.diff_bytes(difflib.unified_diff, ["a"], [b"b"]))):
  try:
    fail()
  except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
