# Each feature with its releases and its flag; the flags by name, for compile().
import __future__

for name in __future__.all_feature_names:
  feature = getattr(__future__, name)
  print(name, feature, feature.getOptionalRelease() == feature.optional, feature.getMandatoryRelease() == feature.mandatory)
print({name: value for name, value in vars(__future__).items() if name.startswith("CO_")})
names = {}
exec(compile("def f(x: 1 + 1): pass", "f", "exec", flags=__future__.CO_FUTURE_ANNOTATIONS), names)
print(names["f"].__annotations__)
for flags in (1 << 40, 3):
  try:
    compile("1", "f", "eval", flags=flags)
  except (ValueError, OverflowError) as error:
    print(type(error).__name__, error)
try:
  __future__._Feature()
except TypeError as error:
  print(error)
