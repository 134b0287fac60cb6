# Deleting a global that is not there: the error knows the name.


def delete():
  global never_set
  del never_set


for action in delete, lambda: exec("global other\ndel other", {}), lambda: exec("del third", {}):
  try:
    action()
  except NameError as error:
    print(error, error.name)
