# A block is missing at the end of the file.
class A:
  def f(self):
