# The % operator of strings.
print("%s %r %d %5d|%-5d|%05d %+d %x %X %o %c %c %%" % ("s", "r", 1, 2, 3, 4, 5, 255, 255, 8, 65, "z"))
print("%.2f %8.3f|%-8.1f|%e %g %G %.3s|%5s|%-5s|" % (1.005, 2.5, 3.5, 12345.678, 1e-10, 1e20, "abcdef", "ab", "cd"))
print("%(a)s %(b)05.1f" % {"a": 1, "b": 2.25}, "%s" % (1,), "%s" % [1], "%*d" % (6, 42), "%-*s|" % (4, "x"), "%#x" % 10, "%i" % 3.9, "%a" % "é")
for f, a in (("%d", "x"), ("%s %s", (1,)), ("%s", (1, 2)), ("%q", 1), ("%(a)s", 5), ("%c", "ab"), ("%", 1), ("%x", 1.5), ("%(z)s", {})):
  try: print(f % a)
  except Exception as e: print(type(e).__name__, e)
