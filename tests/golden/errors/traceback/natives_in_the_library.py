# Functions that are native in CPython are no levels of a traceback.
import csv
import datetime
import decimal
import io
import traceback
import xml.etree.ElementTree as ElementTree

for fails in [
    lambda: io.TextIOWrapper(io.BytesIO(), encoding="ascii").write("é"),
    lambda: io.BufferedReader(io.BytesIO()).read(-5),
    lambda: io.StringIO().read("x"),
    lambda: open("/no/such/file"),
    lambda: csv.reader(5),
    lambda: datetime.date(2020, 13, 1),
    lambda: datetime.datetime.fromisoformat("zz"),
    lambda: decimal.Decimal("x"),
    lambda: decimal.Decimal(-1).ln(),
    lambda: decimal.Decimal(-1).sqrt(),
    lambda: ElementTree.Element("a").append(3),
]:
    try:
        fails()
    except Exception as error:
        print(type(error).__name__, [level.name for level in traceback.extract_tb(error.__traceback__)])
