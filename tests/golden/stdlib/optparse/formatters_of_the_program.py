# A formatter that lacks the methods which a subclass has to have.
import optparse


class Half(optparse.HelpFormatter):
  def format_usage(self, usage):
    return f"use: {usage}\n"


formatter = Half(2, 24, 60, 1)
print(repr(formatter.format_usage("x")), repr(formatter.format_epilog(None)))
for of in (formatter, optparse.HelpFormatter(2, 24, 60, 1)):
  for method in (of.format_usage, of.format_heading):
    try:
      print(method("words"))
    except NotImplementedError as error:
      print(type(error).__name__, error)
