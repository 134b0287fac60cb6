# An option that is missing is told while a KeyError is handled; a section that is missing is not.
import configparser

parser = configparser.ConfigParser()
parser.read_string("[shop]\ntea = green\n")
for section, option in (("shop", "milk"), ("none", "tea")):
  try:
    parser.get(section, option)
  except configparser.Error as error:
    print(type(error).__name__, error, repr(error.__context__))
print(parser.get("shop", "milk", fallback="none"), parser.get("none", "milk", fallback="none"))
