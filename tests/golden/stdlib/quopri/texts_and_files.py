# Quoted-printable text with quopri: strings, files, headers, and the helpers that programs use.
import io
import quopri

text = "Käse = 3 €\tper cup \n_under_ score\n".encode()
print(quopri.encodestring(text))
print(quopri.encodestring(text, quotetabs=True))
print(quopri.encodestring(text, header=True))
print(quopri.decodestring(quopri.encodestring(text)) == text)
print(quopri.decodestring(b"a_b=20c=\nd=3", header=True), quopri.decodestring("=41=42"))
print(quopri.encodestring(b"x" * 100))
out = io.BytesIO()
quopri.encode(io.BytesIO(text), out, quotetabs=False)
print(out.getvalue())
back = io.BytesIO()
out.seek(0)
quopri.decode(out, back)
print(back.getvalue() == text)
print(quopri.needsquoting(b"=", False, False), quopri.needsquoting(b"\t", True, False), quopri.needsquoting(b"_", False, True), quopri.needsquoting(b"a", False, False))
print(quopri.quote(b"="), quopri.ishex(b"F"), quopri.ishex(b"g"), quopri.unhex(b"fF"), quopri.unhex(b""))
for call in (lambda: quopri.encodestring("text"), lambda: quopri.decodestring("ä"), lambda: quopri.unhex(b"xy"), lambda: quopri.encode(io.BytesIO(), io.BytesIO())):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)
