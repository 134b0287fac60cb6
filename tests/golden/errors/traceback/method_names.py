# Frames show the plain name of methods.
class Account:
  def __init__(self, n): self.n = self.check(n)
  @staticmethod
  def check(n):
    if n < 0: raise ValueError("negative")
    return n
Account(-1)
