# A class body has its own frame.
class C:
  x = 1
  y = x + undefined
