# Ordinary use, mistakes and corners of mimetypes: add_type, guess_type, guess_extension.
import mimetypes, io, tempfile, os

def err(f, *a, **k):
    try:
        print("ok", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)

m = mimetypes.MimeTypes(())
print(m.guess_type('a.html'), m.guess_type('a.tar.gz'), m.guess_type('a.tgz'), m.guess_type('noext'), m.guess_type('a.unknownext'), m.guess_type('A.PNG'), m.guess_type('http://x/y.pdf?q=1#f'))
print(m.guess_type('data:text/plain;base64,xx'), m.guess_type('data:,abc'), m.guess_type('data:text/html,abc'), m.guess_type('data:x'), m.guess_type('.bashrc'), m.guess_type('a.b.Z'), m.guess_type(''))
m.add_type('text/x-coil', '.coil')
print(m.guess_type('x.coil'), m.guess_extension('text/x-coil'), m.guess_all_extensions('text/x-coil'))
m.add_type('image/x-foo', '.foo', strict=False)
print(m.guess_type('x.foo'), m.guess_type('x.foo', strict=False), m.guess_extension('image/x-foo'), m.guess_extension('image/x-foo', False))
m.add_type('text/x-coil', '.coil'); m.add_type('text/x-coil', '.cl2')
print(m.guess_all_extensions('text/x-coil'))
print(mimetypes.guess_extension('text/html'), mimetypes.guess_extension('image/jpeg'), mimetypes.guess_extension('no/such'), mimetypes.guess_extension('TEXT/PLAIN'), mimetypes.guess_extension('application/octet-stream'))
err(mimetypes.guess_extension, 5)
err(mimetypes.guess_extension)
err(m.guess_type, 5)
err(m.guess_type)
err(m.guess_type, b'a.html')
err(m.add_type, 'x/y')
err(m.add_type, 5, '.q')
m.add_type('a/b', 'nodot')
print(m.guess_type('x.nodot'), m.guess_extension('a/b'))
err(m.add_type, [], '.r')
import pathlib
print(m.guess_type(pathlib.Path('a/b.txt')))
m.readfp(io.StringIO('# comment\napplication/x-zap zap zip2 # tail\n\ntext/only\n'))
print(m.guess_type('a.zap'), m.guess_type('a.zip2'), m.guess_extension('text/only'))
p = tempfile.mktemp()
with open(p, 'w') as f: f.write('audio/x-mine mine\n')
m.read(p)
print(m.guess_type('a.mine'), mimetypes.read_mime_types(p), mimetypes.read_mime_types('/no/such'))
err(m.read, '/no/such')
err(mimetypes.MimeTypes, ['/no/such'])
err(mimetypes.MimeTypes, 5)
os.unlink(p)
mimetypes.init([])
print(mimetypes.inited, mimetypes.guess_type('a.json'), mimetypes.types_map['.js'], mimetypes.encodings_map['.gz'], mimetypes.suffix_map['.tgz'], mimetypes.common_types['.rtf'])
mimetypes.add_type('x/y', '.xyz'); print(mimetypes.guess_type('q.xyz'), mimetypes.guess_all_extensions('x/y'))
print(len(mimetypes.guess_all_extensions('text/plain')) > 3, sorted(mimetypes.guess_all_extensions('image/jpeg')))
for e in ('.css', '.csv', '.mp4', '.svg', '.wasm', '.webp', '.zip', '.py', '.xml', '.avi', '.md', '.mjs', '.woff', '.heic'):
    print(e, m.guess_type('f' + e)[0], end='; ')
print()
