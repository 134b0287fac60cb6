# The name of an exception class defined in another class is qualified.
class Service:
  class Error(Exception): pass
raise Service.Error("down")
