# Ordinary use, mistakes and corners of email.utils: getaddresses, formatdate, parsedate, formataddr.
import email.utils as u, datetime

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(u.encode_rfc2231('abc', 'us-ascii'), u.encode_rfc2231('é', 'utf-8', 'fr'), u.encode_rfc2231('a b', charset='latin-1', language=None), u.encode_rfc2231(''))
err(u.encode_rfc2231, 5); err(u.encode_rfc2231); err(u.encode_rfc2231, 'é', 'ascii')
print(u.decode_rfc2231("utf-8'en'h%C3%A9"), u.decode_rfc2231('plain'), u.decode_rfc2231("us-ascii''abc"), u.decode_rfc2231("a'b"), u.decode_rfc2231("a'b'c'd"), u.decode_rfc2231(''))
err(u.decode_rfc2231, 5); err(u.decode_rfc2231, None)
print(u.getaddresses(['Zoë <z@x.org>, bob@y.org', '"Last, First" <lf@z.org>', 'group: a@b, c@d;', '', 'broken <']), u.getaddresses([]), u.getaddresses(['a@b (comment)', 'A B <a@b>, , c@d']))
err(u.getaddresses, 5); err(u.getaddresses, [5]); err(u.getaddresses)
for s in ('Zoë <z@x.org>', 'ann@x.org', '"A (B)" <a@b>', '', 'no address', '<a@b>', 'a@b (Name)', 'A <a@b> junk', '=?utf-8?q?=C3=A9?= <e@f>'): print(s, u.parseaddr(s))
print(u.formataddr(('Ann', 'a@b')), u.formataddr(('', 'a@b')), u.formataddr((None, 'a@b')), u.formataddr(('é', 'a@b')), u.formataddr(('L, F', 'a@b')), u.formataddr(('q"uote', 'a@b')))
err(u.formataddr, 'x'); err(u.formataddr, ('a', 'é@b')); err(u.formataddr, 5); err(u.parseaddr, 5)
print(u.parsedate('Mon, 20 Nov 1995 19:12:08 -0500'), u.parsedate_tz('Mon, 20 Nov 1995 19:12:08 -0500'), u.parsedate('garbage'), u.parsedate(''), u.parsedate_tz('20 Nov 95 19:12 GMT'), u.mktime_tz(u.parsedate_tz('Mon, 20 Nov 1995 19:12:08 -0500')), u.parsedate_tz('Mon, 20 Nov 1995 19:12:08'))
err(u.mktime_tz, None); err(u.parsedate, 5)
print(u.formatdate(0), u.formatdate(0, usegmt=True), u.formatdate(1e9, localtime=False), u.format_datetime(datetime.datetime(2024, 1, 2, 3, 4, 5)), u.format_datetime(datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc), usegmt=True), u.parsedate_to_datetime('Tue, 02 Jan 2024 03:04:05 +0100'), u.parsedate_to_datetime('Tue, 02 Jan 2024 03:04:05 -0000'))
err(u.parsedate_to_datetime, 'junk'); err(u.format_datetime, datetime.datetime(2024, 1, 2), True); err(u.formatdate, 'x'); err(u.format_datetime, 5)
print(u.quote('a"b\\c'), u.unquote('"a\\"b"'), u.unquote('<x>'), u.unquote('"'), u.unquote('plain'), u.make_msgid(domain='ex.org').endswith('@ex.org>'), u.make_msgid('id', domain='d')[:1], u.collapse_rfc2231_value(('utf-8', 'en', 'h%C3%A9')), u.collapse_rfc2231_value('"q"'), u.localtime(datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)).tzinfo is not None)
print(u.decode_params([('text/plain', ''), ('name*0', 'a'), ('name*1', 'b'), ('t*', "utf-8''%C3%A9")]), u.localtime().tzinfo is not None)
