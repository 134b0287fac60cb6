# eval() looks at the local namespace first, exec() at the global one.
for function in (eval, exec):
  for namespaces in ((5, 6), (5, {}), ({}, 6), ([], None)):
    try:
      function("1", *namespaces)
    except TypeError as error:
      print(function.__name__, error)
