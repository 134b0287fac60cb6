# Class patterns that cannot work.
class NoArgs: pass
class Two: __match_args__ = ("a", "b"); a = 1; b = 2
class NotTuple: __match_args__ = 5
class NotText: __match_args__ = (5,)
class Twice: __match_args__ = ("a", "a"); a = 1


for cls in (NoArgs, Two, NotTuple, NotText, Twice):
  try:
    match cls():
      case cls(x, y, z): print("matched")
  except TypeError as error:
    print(error)
try:
  match Two():
    case Two(1, a=1): print("matched")
except TypeError as error:
  print(error)
try:
  match 1:
    case print(): print("matched")
except TypeError as error:
  print(error)
