# Types of names and names of types, also after changes of the table.
import io
import mimetypes

for name in ("a.txt", "a.HTML", "a.tar.gz", "a.tgz", "b.json", "c.png", "d.JPG", "e.py", "noextension", "f.xyz", "g.js", "h.css", "i.svg.gz", "j.Z",
             "http://example.com/x/y.pdf", "data:text/css;base64,xx", "data:,x", "data:nothing", ".bashrc", "k.webm", "l.wasm", "m.br"):
  print(name, mimetypes.guess_type(name), mimetypes.guess_type(name, strict=False))
for type in ("text/html", "IMAGE/JPEG", "audio/mpeg", "application/json", "video/mp4", "text/plain", "x/y", "image/webp"):
  print(type, mimetypes.guess_extension(type), mimetypes.guess_all_extensions(type), mimetypes.guess_extension(type, strict=False))

mimetypes.add_type("text/x-coil", ".coil")
print(mimetypes.guess_type("x.coil"), mimetypes.guess_extension("text/x-coil"))
table = mimetypes.MimeTypes()
table.readfp(io.StringIO("# a comment\ntext/x-one one uno # another\nx/y\n\nimage/png pic\n"))
print(table.guess_type("a.one"), table.guess_type("a.uno"), table.guess_type("a.pic"), table.guess_all_extensions("image/png"))
print(table.guess_type("x.coil"), mimetypes.inited, mimetypes.suffix_map[".tgz"], mimetypes.encodings_map[".xz"], mimetypes.common_types[".rtf"],
      mimetypes.types_map[".csv"], mimetypes.read_mime_types("/no/such/file"))
mimetypes.init(files=[])
print(mimetypes.guess_type("x.coil"))
