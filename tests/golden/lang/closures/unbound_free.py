# A free variable that has no value yet raises NameError with its own wording.
def outer():
  def inner():
    return value
  try:
    inner()
  except NameError as error:
    print(type(error).__name__, error)
  value = 5
  print(inner())
  del value
  try:
    inner()
  except NameError as error:
    print(error)
outer()
def local():
  try:
    print(late)
  except UnboundLocalError as error:
    print(error)
  late = 1
local()
