# A suggestion among local names.
def f(width, height):
  return widht * height
f(1, 2)
