# Quotes that are there or not.
import csv
import io

for options in ({"quotechar": "", "quoting": csv.QUOTE_NONE}, {"quotechar": None, "quoting": csv.QUOTE_NONE}, {"quotechar": None}, {"quotechar": None, "quoting": csv.QUOTE_ALL},
                {"lineterminator": 5}, {"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": None}, {"escapechar": 5}, {"quoting": 9}, {"quoting": "x"}, {"doublequote": 5}, {"quotechar": "ab"}):
  try:
    print(options, list(csv.reader(['1,",3,",5'], **options)))
  except Exception as error:
    print(options, type(error).__name__, error)
for quoting in (csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE):
  out = io.StringIO()
  csv.writer(out, quoting=quoting, escapechar="\\", lineterminator="|").writerow(["a,b", 1, None, 'q"q', 2.5, ""])
  print(quoting, out.getvalue(), list(csv.reader(["1,x,'y z'"], quoting=csv.QUOTE_MINIMAL, quotechar="'")))
print(csv.list_dialects(), csv.get_dialect("unix").quoting, csv.unix_dialect.lineterminator == "\n", csv.excel_tab.delimiter == "\t", issubclass(csv.excel, csv.Dialect))
