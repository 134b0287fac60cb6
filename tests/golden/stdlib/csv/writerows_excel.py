# Ordinary use, mistakes and corners of csv: writerows, excel, sniff, Sniffer.
import csv, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

out = io.StringIO(newline='')
w = csv.DictWriter(out, fieldnames=['id', 'name', 'note'], dialect='unix')
w.writeheader(); print(w.writerows([{'id': 1, 'name': 'Ann'}, {'id': 2, 'name': 'B"ob', 'note': 'multi\nline'}]), repr(out.getvalue()))
err(w.writerows, [{'bad': 1}]); err(w.writerows, 5); err(w.writerows, [5]); err(w.writerow, None); err(w.writerow); err(csv.DictWriter); err(csv.DictWriter, out, 5); err(csv.DictWriter(out, 'ab').writerow, {'c': 1})
print(csv.excel.delimiter, repr(csv.excel.lineterminator), csv.excel.quotechar, csv.excel.doublequote, csv.excel.skipinitialspace, csv.excel.quoting, csv.excel_tab.delimiter, csv.unix_dialect.quoting, csv.list_dialects(), csv.get_dialect('excel').delimiter, csv.get_dialect('unix').strict)
s = csv.Sniffer(); d = s.sniff('name|age|city\nAnn|30|Oslo\nBob|25|Rome\n'); print(d.delimiter, d.quotechar, d.doublequote, d.skipinitialspace, d.__name__, list(csv.reader(['a|b'], d)))
for sample in ('a,b,c\n1,2,3\n4,5,6\n', 'a;b\n"x;y";2\n', "a\tb\n1\t2\n", "'a', 'b'\n'c', 'd'\n", 'a b c\nd e f\n', '"x"\n', 'one\ntwo\n', '', 'a:b:c\nd:e:f\n'):
    try: q = s.sniff(sample); print(repr(sample), repr(q.delimiter), repr(q.quotechar), q.skipinitialspace)
    except csv.Error as e: print(repr(sample), e)
print(s.sniff('a,b;c\nd,e;f\n', delimiters=';').delimiter, s.has_header('name,age\nAnn,30\nBob,25\n'), s.has_header('1,2\n3,4\n'), s.has_header('a,b\nc,d\n'), s.preferred); err(s.sniff); err(s.sniff, 5); err(s.has_header, ''); err(s.sniff, b'a,b')
class Semi(csv.Dialect): delimiter = ';'; quotechar = "'"; lineterminator = '\n'; quoting = csv.QUOTE_MINIMAL
class Bad1(csv.Dialect): delimiter = ';;'
class Bad2(csv.excel): quoting = 99
class Bad3(csv.excel): quotechar = 5
csv.register_dialect('semi', Semi); csv.register_dialect('tabby', delimiter='\t', quoting=csv.QUOTE_NONE, escapechar='\\'); print(list(csv.reader(["a;'b;c'"], 'semi')), 'semi' in csv.list_dialects(), csv.unregister_dialect('semi')); err(csv.unregister_dialect, 'semi'); err(csv.get_dialect, 5); err(csv.register_dialect, 5); err(csv.register_dialect, 'x', 5); err(csv.register_dialect, 'x', Bad1); err(Bad1); err(Bad2); err(Bad3); err(csv.register_dialect, 'x', bogus=1); err(csv.reader, ['a'], 'nope'); err(csv.writer, out, delimiter='\n') ; err(csv.reader, ['a'], quotechar='xx')
for q in (csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE):
    o = io.StringIO(); x = csv.writer(o, quoting=q, escapechar='\\', lineterminator='|'); print(x.writerow([1, 'a,b', None, 2.5, 'q"', '', True]), o.getvalue(), x.dialect.quoting)
print(list(csv.reader(['a,"b""c",d', '"multi', 'line",x', '', ' y, z'], skipinitialspace=True)), list(csv.reader(['1.5,"a"'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['a\\,b,c'], escapechar='\\')), [*csv.DictReader(['a,b', '1,2', '', '3'])], csv.DictReader(['x']).line_num, csv.DictReader(['h1,h2', '1,2,3,4'], restkey='more').__next__()); r = csv.reader(['a', 'b']); next(r); print(r.line_num, r.dialect.delimiter, next(r)); err(next, r); err(list, csv.reader(['x' * 200000])) ; err(list, csv.reader(['a"b'], strict=True)); err(list, csv.reader(['"a" b'], strict=True)); err(csv.writer(io.StringIO()).writerows, [1]); err(csv.writer(io.BytesIO()).writerow, ['a']); print(csv.field_size_limit(10), csv.field_size_limit(131072)); csv.field_size_limit(5); err(list, csv.reader(['abcdefgh'])); csv.field_size_limit(131072)
