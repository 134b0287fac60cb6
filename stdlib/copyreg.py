"""Functions that objects are made again with."""

dispatch_table = {}


def __newobj__(cls, *args):
  return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
  return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
  if base is object:
    return object.__new__(cls)
  obj = base.__new__(cls, state)
  if base.__init__ != object.__init__:
    base.__init__(obj, state)
  return obj


def pickle(ob_type, pickle_function, constructor_ob=None):
  """Register how objects of a type are reduced."""
  if not callable(pickle_function):
    raise TypeError("reduction functions must be callable")
  dispatch_table[ob_type] = pickle_function
