# A suggestion for an AttributeError that a program's __getattr__ raises.
class Config:
  timeout = 5
  def __getattr__(self, name): raise AttributeError(f"no option {name}")


Config().timeot
