# Headers made by HeaderRegistry: what they know, the defects that they note, how they are folded.
from email import policy
from email.headerregistry import Address, BaseHeader, Group, HeaderRegistry, UnstructuredHeader

VALUES = {
  "To": ["ann@example.org", '"Example, Ann" <ann@example.org>, bob@x', "Team: a@b.c, D <d@e.f>; , x@y", "Ann Example (a comment) <a@b>", "<>", "a b@c", "a@b c",
         "Ann . Example <a . b @ c . d>", "=?utf-8?q?J=C3=B6rg_M=2E?= <j@x.org>", '"=?utf-8?q?J=C3=B6rg?=" <j@x>', "jörg@x.org", "<@a,@b:c@d>", "x@[127.0.0.1]",
         "a@b, , c@d", " ", '"unfinished', "a <b@c", "(only a comment)", "no domain", ", ".join(f"Some Body <somebody{i}@example.org>" for i in range(5)),
         "Jörg Müller-Lüdenscheidt mit einem sehr langen Namen und noch mehr <joerg@example.org>", "undisclosed-recipients:;"],
  "Subject": ["plain", "Grüße", "=?utf-8?q?Gr=C3=BC=C3=9Fe?= and =?iso-8859-1?b?5Oc=?= =?utf-8?q?more?=", "=?utf-8?q?broken", "a=?utf-8?q?b?=c", "=?x?q?y?=",
              "word " * 20 + "Ende mit Ü", "x" * 90, "=?utf-8?z?b?=", "tabs\tand  blanks", "漢字" * 40],
  "Date": ["Mon, 06 May 2024 07:08:09 +0200", "6 May 2024 07:08 -0000", "soon", ""],
  "Content-Type": ['text/plain; charset="utf-8"', "TEXT/Html", "multipart/mixed; boundary==_x; a=1; A=2", "text", "/plain", "text/plain junk; x=1", "text/x;; a=",
                   "a/b; name*=utf-8''na%C3%AFve; c", "a/b; n*0=one; n*1=two; n*3=four", "a/b; n*1*=%20x; n*0*=us-ascii'en'a", 'a/b; n*0*="utf-8\'\'%41"', ""],
  "Content-Disposition": ["attachment; filename=a.txt", "inline", 'attachment; filename="' + "long" * 20 + '.txt"', "; x=y", 'form-data; name="a;b"', "attachment; filename=ü.txt"],
  "Content-Transfer-Encoding": ["base64", "Quoted-Printable (really)", "7 bit", ""],
  "MIME-Version": ["1.0", "1.0 (produced by)", "1", "1.x", "(c) 2 . 1", "", "1.0 2"],
  "Message-ID": ["<a@b>", "<a.b@[c]>", "a@b", "<a@b> x", "<a@b", "<" + "a" * 90 + "@b>"],
}
make = HeaderRegistry()
for name, values in VALUES.items():
  for value in values:
    header = make(name, value)
    print(name, ascii(header), [f"{type(defect).__name__}: {defect}" for defect in header.defects])
    for attribute in ("groups", "addresses", "datetime", "content_type", "content_disposition", "params", "cte", "version"):
      if hasattr(header, attribute):
        print(" ", attribute, ascii(getattr(header, attribute)))
    for rules in (policy.default, policy.SMTPUTF8, policy.default.clone(max_line_length=40)):
      print("   ", ascii(header.fold(policy=rules)))

print(repr(Address("Ann", "ann", "x.org")), str(Address("A. B.", "a b", "c")), Address("", "x"), Address() == Address(), Address(addr_spec='"q q"@x').username)
print(Group("Team", [Address("", "a", "b")]), Group(None, [Address("A", "a", "b")]), repr(Group("x")), Group("a.b"), Group("x") == Group("x"))
print(make("Sender", "a@b").address, make["sender"].max_count, make["x"].__mro__[1].__name__, type(make("cc", "a")).__name__, isinstance(make("cc", "a"), BaseHeader))
try:
  make("Sender", "a@b, c@d").address
except ValueError as error:
  print(error)


class Shouted(UnstructuredHeader):
  """Upper case."""

  @classmethod
  def parse(cls, value, kwds):
    super().parse(value, kwds)
    kwds["decoded"] = kwds["decoded"].upper()


make.map_to_type("X-Loud", Shouted)
print(make("x-loud", "hello"), make("X-LOUD", "a").name, make("x-other", "hello"))
