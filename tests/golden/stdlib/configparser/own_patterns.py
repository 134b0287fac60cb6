# SECTCRE and OPTCRE: a class or a parser with regular expressions of its own for headers and options.
import configparser
import re

CONFIG = """[Section 1]
option = value

[  Section 2  ]
another = val : x
"""


class Trimmed(configparser.ConfigParser):
    SECTCRE = re.compile(r"\[ *(?P<header>[^]]+?) *\]")


for kind in configparser.ConfigParser, Trimmed:
    parser = kind()
    parser.read_string(CONFIG)
    print(parser.sections(), parser[parser.sections()[1]]["another"])

parser = configparser.ConfigParser()
parser.SECTCRE = re.compile(r"<(?P<header>.*)>")
parser.read_string("<x>\na=1\n")
print(parser.sections())


class Arrow(configparser.ConfigParser):
    OPTCRE = re.compile(r"(?P<option>.*?)\s*(?P<vi>->)\s*(?P<value>.*)$")


parser = Arrow()
parser.read_string("[s]\na -> 1\nb->2\n c\n")
print(dict(parser["s"]))
try:
    parser.read_string("[other]\nno arrow\n")
except configparser.ParsingError as error:
    print(error)

# Those of the parser itself.
print(configparser.ConfigParser.SECTCRE.match("[a]")["header"], configparser.ConfigParser.OPTCRE.match("k = v").groups())
print(configparser.RawConfigParser.OPTCRE_NV.match("k").groups(), configparser.RawConfigParser.NONSPACECRE.search("  x"))
