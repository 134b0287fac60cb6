# The context of an exception that throw() puts into a delegate: what the frames handle that it leaves on its way.


def inner():
  yield


def outer():
  try:
    raise KeyError("handled by outer")
  except KeyError:
    yield from inner()


def careful_inner():
  try:
    yield
  except ValueError as error:
    print("inner sees", repr(error.__context__))
    raise


def careful_outer():
  try:
    raise KeyError("handled by outer")
  except KeyError:
    yield from careful_inner()


for function in outer, careful_outer:
  generator = function()
  next(generator)
  try:
    raise IndexError("handled by the caller")
  except IndexError:
    try:
      generator.throw(ValueError("thrown"))
    except ValueError as error:
      print(function.__name__, repr(error.__context__))
