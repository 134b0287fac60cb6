# A chain of method calls marks the part that failed.
class B:
  def one(self): return self
  def two(self): return None
B().one().two().three().four()
