# How string.Formatter takes formats apart, and what it says of wrong ones.
import string

for text in ("a{b}c", "{{x}}", "{a!r}", "{a!r:>{w}}", "{a[k].b:x}", "{}", "{:{}{}}", "{a!aa:15}", "{a!", "{a!}", "{a!r", "{a!r:", "{", "}", "{a", "{a[}", "{a[}]}", "{a:{b", "{a{b}}", "{a:}}", "{!"):
  for function in (lambda: list(string.Formatter().parse(text)), lambda: string.Formatter().format(text, 1, 2, a={"}": 3, "k": 4}, b=5, w=6)):
    try:
      print(repr(text), function())
    except Exception as error:
      print(repr(text), type(error).__name__, error)


class Loose(string.Formatter):
  def get_value(self, key, args, kwargs):
    return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)

  def check_unused_args(self, used_args, args, kwargs):
    print("used", sorted(map(str, used_args)))

  def format_field(self, value, format_spec):
    return format(value, format_spec).upper()

  def convert_field(self, value, conversion):
    return repr(value)[::-1] if conversion == "x" else super().convert_field(value, conversion)


loose = Loose()
print(loose.format("{0} {name} {missing:>12} {name!x}", "first", name="ann"), loose.vformat("{a}{0:{w}}|", (5,), {"w": 3}), loose.get_field("0.real", (7,), {}))
