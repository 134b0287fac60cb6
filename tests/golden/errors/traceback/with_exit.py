# An exception raised by __exit__ while another one passes.
class CM:
  def __enter__(self): return self
  def __exit__(self, *a): raise OSError("closing failed")
with CM():
  raise ValueError("body")
