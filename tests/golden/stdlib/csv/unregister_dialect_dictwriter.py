# Ordinary use, mistakes and corners of csv: unregister_dialect, DictWriter, excel, Sniffer.
import csv, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

rows = [['id', 'name'], [1, 'A "q"'], [2, 'x,y'], [3, 'l1\nl2'], [4, None], [5.5, '']]; o = io.StringIO(); w = csv.writer(o); print([w.writerow(r) for r in rows], repr(o.getvalue())); print(list(csv.reader(io.StringIO(o.getvalue(), newline=''))))
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_ALL, lineterminator='\n'); o = io.StringIO(); dw = csv.DictWriter(o, ['a', 'b'], restval='-', dialect='pipes', extrasaction='ignore'); dw.writeheader(); dw.writerow({'a': 1, 'z': 2}); dw.writerows([{'b': 3}, {}]); print(o.getvalue(), list(csv.DictReader(io.StringIO(o.getvalue()), dialect='pipes')), csv.unregister_dialect('pipes'), 'pipes' in csv.list_dialects()); err(csv.unregister_dialect, 'pipes'); err(csv.unregister_dialect); err(csv.unregister_dialect, 5); err(csv.reader, [], 'pipes'); err(csv.register_dialect, 'x', delimiter=''); err(csv.register_dialect, 'x', quoting='a'); err(csv.register_dialect, 'x', quotechar='', quoting=csv.QUOTE_ALL)
err(csv.DictWriter, o, ['a'], 'x', 'bad'); err(csv.DictWriter, o, ['a'], dialect='nope'); err(dw.writerow, [1, 2]); err(csv.DictWriter(o, ['a']).writerow, {'b': 1}); err(csv.DictWriter(o, ['a']).writerows, [{'a': 1}, {'c': 2}]); err(csv.DictWriter(5, ['a']).writeheader) if 0 else err(csv.DictWriter, 5, ['a'])
class Ex2(csv.excel): delimiter = '\t'; skipinitialspace = True
print(Ex2().delimiter, csv.excel().lineterminator == '\r\n', list(csv.reader(['a\t b'], Ex2)), list(csv.reader(['a\tb'], Ex2())), csv.excel_tab.delimiter, csv.unix_dialect.lineterminator == '\n'); s = csv.Sniffer(); print(s.sniff('x;y;z\n1;2;3\n').delimiter, s.sniff('a\tb\n1\t2\n', '\t,').delimiter, s.has_header('col1,col2\n1,2\n3,4\n'), s.has_header('a,b\nc,d\n')); err(s.sniff, 'abcdef\nghijkl\n'); err(s.sniff, ''); err(s.has_header, 'x'); err(s.sniff, None)
for q, row in ((csv.QUOTE_NONNUMERIC, [1, 'a', 2.5, None]), (csv.QUOTE_NONE, ['a', 'b']), (csv.QUOTE_MINIMAL, ['', 'a b', "q'"]), (csv.QUOTE_ALL, [1, ''])): o = io.StringIO(); csv.writer(o, quoting=q).writerow(row); print(o.getvalue().strip())
err(csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow, ['a,b']); err(csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE, quotechar=None, escapechar='\\').writerow, ['a,b']); err(csv.writer(io.StringIO()).writerow, 5); err(csv.writer(io.StringIO()).writerows, 5); err(csv.writer, 5); err(next, csv.reader(['"unterminated'], strict=True)); err(next, csv.reader([5])); err(next, csv.reader(['a\nb'])); print(list(csv.reader(['"a\n', 'b",c'])), list(csv.reader(["a''b,'c'"], quotechar="'")), list(csv.reader(['a,,', ''])), list(csv.reader([' a , b '], skipinitialspace=True)), csv.QUOTE_ALL, csv.field_size_limit()); class_ = type('Row', (list,), {}); o = io.StringIO(); csv.writer(o).writerow(class_([1, 2])); csv.writer(o).writerow('abc'); csv.writer(o).writerow(x for x in 'de'); csv.writer(o).writerow({'k': 1}); print(repr(o.getvalue()))
