# Ordinary use, mistakes and corners of urllib.parse: geturl, quote_from_bytes, geturl, urldefrag.
import urllib.parse as u

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

r = u.urlparse('https://user:pw@Host.org:8080/a/b;p?q=1&r=2#frag'); print(r, r.geturl(), r.hostname, r.port, r.username, r.password, r.netloc, r._replace(scheme='http', fragment='').geturl(), r[1], len(r), isinstance(r, u.ParseResult), r.encode())
s = u.urlsplit('//h/p?x#'); print(s, s.geturl(), s.hostname, s.port, isinstance(s, u.SplitResult), u.urlunsplit(s), u.urlunparse(('a', 'b', 'c', '', '', '')), u.urldefrag('http://x/y#z'), u.urldefrag('nofrag').fragment, u.urldefrag(b'a#b'), u.urldefrag('a#').url, type(u.urldefrag('a')).__name__, u.urldefrag('a#b').geturl())
for x in ('', 'a', '/a', 'a:b', 'mailto:x@y', 'http://', 'http:///p', 'HTTP://H', 'http://[::1]:80/x', 'file:///etc', '?q', '#f', 'x://y?z;w', 'a/b;c/d;e', 'http://h:80', 'http://a@b@c/', 'javascript:1', '  http://x ', 'http://h\n/x', 'tel:123'): q = u.urlparse(x); print(repr(x), tuple(q), q.geturl())
for x in ('http://[::1', 'http://h:x', 'http://h:99999', 'http://[zz]/', 'http://h:-1', 'http://h:'): 
    try: q = u.urlparse(x); print(x, q.hostname, q.port)
    except ValueError as e: print(x, e)
err(u.urlparse, 5); err(u.urlparse); err(u.urlparse, b'a', 'b'); err(u.urljoin, 'a', b'b'); err(u.urlunparse, (1, 2)); err(u.urlunsplit, ('a', b'b', '', '', '')); err(u.quote, 5); err(u.quote, b'x', encoding='utf-8'); err(u.unquote, 5); err(u.quote_from_bytes, 'x'); err(u.quote_from_bytes, 5); err(u.quote_from_bytes); err(u.urlencode, 5); err(u.urlencode, 'ab'); err(u.urlencode, [(1,)]); err(u.parse_qs, 'a', strict_parsing=True); err(u.parse_qsl, 'a=1&b=2', max_num_fields=1); err(u.parse_qs, 'a=1', separator=''); err(u.parse_qs, 5); err(u.urldefrag, 5); err(u.unquote_to_bytes, 5) ; err(u.quote, 'é', encoding='ascii'); err(setattr, r, 'scheme', 'x'); err(r._replace, bogus=1)
print(u.quote('a b/c?é&='), u.quote('a/b', safe=''), u.quote_plus('a b&c'), u.quote_from_bytes(b'a\xff/ b'), u.quote_from_bytes(b'x y', safe=b' '), u.quote(b'\xe9'), u.unquote('a%20b%C3%A9%zz%'), u.unquote_plus('a+b'), u.unquote_to_bytes('%41%ff'), u.unquote('%ff'), u.unquote('%e9', 'latin-1'), u.unquote(b'%41'), u.urlencode({'a': 1, 'b': 'x y'}), u.urlencode([('k', [1, 2])], doseq=True), u.urlencode({'é': 'ü'}), u.urlencode({'a': b'\xff'}), u.urlencode({'a': 'x y'}, quote_via=u.quote), u.parse_qs('a=1&a=2&b=&c'), u.parse_qs('b=', keep_blank_values=True), u.parse_qsl('x=%20y&z=1+2'), u.parse_qs('a=1;b=2', separator=';'), u.parse_qs(b'a=1'))
for b, x in (('http://a/b/c/d', 'g'), ('http://a/b/c/d', '../g'), ('http://a/b/c/d', '/g'), ('http://a/b/c/d', '//g'), ('http://a/b/c/d', '?y'), ('http://a/b/c/d', '#s'), ('http://a/b/c/d', ''), ('http://a/b/c/d', '../../../g'), ('http://a', 'b'), ('', 'x'), ('mailto:a', 'b'), ('http://a/b', 'https:c'), ('http://a/b/', './c/.')): print(b, x, u.urljoin(b, x))
print(u.ParseResult('s', 'n', 'p', '', 'q', 'f').geturl(), u.SplitResultBytes(b's', b'n', b'p', b'', b'').geturl(), u.DefragResultBytes(b'u', b'f').geturl(), u.ParseResultBytes(b'a', b'b', b'c', b'', b'', b'').decode(), u.urlsplit(b'http://h:1/').port, u.unwrap('<URL:http://x>') if hasattr(u, 'unwrap') else '', u.uses_relative[:2], u.scheme_chars[:3])
