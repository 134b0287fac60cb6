# Going back to a level that does not exist.
if 1:
    x = 1
  y = 2
