# Templates with other delimiters, names and patterns.
import re
from string import Template

class Percent(Template):
  delimiter = "%"
  idpattern = r"[a-z]+_[a-z]+"

print(Percent("%name_x %% %other %{first_name}").safe_substitute(name_x=1, first_name=2))

class Dotted(Template):
  idpattern = r"[_a-z][._a-z0-9]*"
  flags = 0

print(Dotted("$user.name and ${user.age}").substitute({"user.name": "Ann", "user.age": 3}))

class At(Template):
  pattern = r"@(?P<escaped>@)|@(?P<named>\w+)@|@\{(?P<braced>\w+)\}|(?P<invalid>@)"

print(At("@who@ @@ @{what}").substitute(who="I", what="it"), At("@who@ @x").is_valid(), At("@a@ @{b} @a@").get_identifiers())
print(Template("$a ${b} $$ $A").substitute({"a": 1}, b=2, A=3), Template("$x $").safe_substitute(), Template("$1").is_valid(), Template.pattern.groupindex["named"])
for text in ("line\n$ bad", "$", "${a"):
  try:
    Template(text).substitute(a=1)
  except ValueError as e:
    print(repr(text), e)
