# Templates and formatters.
import string

template = string.Template("$who likes ${what}, costs $$5, $unknown")
print(template.safe_substitute(who="tim", what="kung pao"), template.get_identifiers(), template.is_valid(), template.template)
for action in (lambda: template.substitute(who="a"), lambda: string.Template("$5").substitute(), lambda: string.Template("a\n$").substitute(), lambda: template.substitute({"who": 1}, what=2, unknown=3)):
  try:
    print(action())
  except (KeyError, ValueError) as error:
    print(type(error).__name__, error)


class Percent(string.Template):
  delimiter = "%"
  idpattern = "[a-z]+_[a-z]+"


print(Percent("%a_b %notid %% %{c_d}").safe_substitute(a_b=1, c_d=2))
formatter = string.Formatter()
print(formatter.format("{0} {name!r:>5} {1[k]} {2.real}", "a", {"k": "v"}, 5, name="n"), list(formatter.parse("a{b!c:d}{{x}}{}")))


class Default(string.Formatter):
  def get_value(self, key, args, kwargs):
    return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


print(Default().format("{a} {b} {}", "auto", a=1), string.capwords("hello  big WORLD"), string.capwords("a-b-c", "-"))
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, repr(string.whitespace), string.punctuation, len(string.printable))
