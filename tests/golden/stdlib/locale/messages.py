# The C library's messages: in the C locale as they are; domains, folders and encodings are remembered.
import locale


def tried(function, *arguments):
  try:
    print(function.__name__, arguments, repr(function(*arguments)))
  except Exception as error:
    print(function.__name__, arguments, type(error).__name__, error)


for function in (locale.gettext, locale.dgettext, locale.dcgettext, locale.textdomain, locale.bindtextdomain, locale.bind_textdomain_codeset):
  print(function)
  for arguments in ((), ("a",), ("a", "b"), ("a", "b", locale.LC_MESSAGES), (5,), (None,), (None, "x"), ("", None), ("q\0",), ("q", "/no/such"), ("q", None),
                    ("q", "UTF-8"), ("a", 5), ("a", "b", "c")):
    tried(function, *arguments)
print(locale.Error, locale.Error.__module__)
