# __bool__, __len__, __int__, __float__, __str__, __repr__, __bytes__, __format__ and wrong results of them.
def made(**methods):
  return type("C", (), {f"__{name}__": lambda self, *args, value=value: value for name, value in methods.items()})()


print(bool(made(bool=False)), bool(made(len=0)), len(made(len=5)), int(made(int=7)), float(made(float=2.5)), complex(made(complex=1j)))
print(str(made(str="s")), repr(made(repr="r")), bytes(made(bytes=b"b")), f"{made(format='f')}", format(made(format="g"), "spec"))
for use in (lambda: bool(made(bool=1)), lambda: bool(made(len=-1)), lambda: len(made(len=1.5)), lambda: len(made(len=2**70)), lambda: int(made(int="b")),
            lambda: float(made(float="a")), lambda: str(made(str=5)), lambda: repr(made(repr=6)), lambda: bytes(made(bytes=1)), lambda: f"{made(format=5)}",
            lambda: format(object(), "x"), lambda: complex(made(float="a")), lambda: complex(1, made(float=1j)), lambda: complex(made(complex="c")),
            lambda: complex(made(index=2.5))):
  try:
    use()
  except (TypeError, ValueError, OverflowError) as error:
    print(type(error).__name__, error)
