# References that name nothing.
import typing

for call in (lambda: typing.ForwardRef(""), lambda: typing.ForwardRef("1 +"), lambda: typing.ForwardRef(5)):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)
