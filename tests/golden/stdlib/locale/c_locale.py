# The C locale.
import functools
import locale

print(locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_NUMERIC), locale.localeconv()["decimal_point"], repr(locale.localeconv()["thousands_sep"]))
print(locale.format_string("%d %.2f", (1234567, 3.14159), grouping=True), locale.str(0.1 + 0.2), locale.atof("1.5"), locale.atoi("42"), locale.delocalize("1.5"))
print(locale.strcoll("a", "b"), locale.strcoll("b", "a"), locale.strcoll("a", "a"), sorted(["b", "A", "a"], key=locale.strxfrm), sorted(["b", "a"], key=functools.cmp_to_key(locale.strcoll)))
for f in (lambda: locale.setlocale(locale.LC_ALL, "xx_XX"), lambda: locale.currency(5)):
  try:
    f()
  except (locale.Error, ValueError) as e:
    print(type(e).__name__, e)
