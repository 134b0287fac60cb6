# Deleted locals, captured variables and globals are unbound.
def local():
  x = 1
  del x
  for use in ("read", "delete"):
    try:
      if use == "read": x
      else: del x
    except UnboundLocalError as error:
      print(error)


def captured():
  y = 1
  def read():
    try:
      return y
    except NameError as error:
      print(error)
  def delete():
    nonlocal y
    try:
      del y
    except NameError as error:
      print(error)
  del y
  read()
  delete()


def module():
  global g
  del g


local()
captured()
g = 1
module()
try:
  module()
except NameError as error:
  print(error)


class Body:
  a = 1
  del a
  try:
    del a
  except NameError as error:
    print(error)
