# Dates and addresses of mail headers.
import datetime
from email import utils

print(utils.formatdate(0), utils.formatdate(0, usegmt=True), utils.formatdate(1234567890.5))
moment = datetime.datetime(2020, 2, 29, 13, 4, 5)
print(utils.format_datetime(moment), utils.format_datetime(moment.replace(tzinfo=datetime.timezone.utc), usegmt=True),
      utils.format_datetime(moment.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=-5, minutes=-30)))))
for text in ["Mon, 20 Nov 1995 19:12:08 -0500", "20 Nov 95 19:12 GMT", "Thu, 01 Jan 1970 00:00:00 -0000", "1 January 2001 1:2:3 EST", "junk", "",
             "Sunday, 06-Nov-94 08:49:37 GMT", "20 Foo 1995 1:2:3 GMT", "5 Feb 2020 10:00", "20 Nov 1995 25:61"]:
  print(repr(text), utils.parsedate_tz(text), utils.parsedate(text))
  try:
    print(repr(utils.parsedate_to_datetime(text)))
  except ValueError as error:
    print(error)
for text in ["a@b.c", "Ann <a@b.c>", '"A, B" <a@b>', "a@b (Comment Name)", "<x@y>", "", "bob", '"q\\"uote" <q@x>', "A <a@b>, C <c@d>",
             "group: a@b, C <c@d>;", "(c) Ann (d) <a@b> (e)", '"a b"@c', "a@[1.2.3.4]", "  x @ y . z  "]:
  print(repr(text), utils.parseaddr(text), utils.getaddresses([text]))
for pair in [("", "a@b"), ("Ann", "a@b"), ("A, B", "a@b"), ('Q"q\\', "a@b"), ("M\u00fcller", "m@x"), ("\u65e5\u672c\u8a9e", "j@x")]:
  print(utils.formataddr(pair))
print(utils.parseaddr(None), utils.parseaddr(""))
print(utils.quote('a"b\\'), utils.unquote('"a\\"b"'), utils.unquote("<x>"), utils.make_msgid("id", domain="d").endswith(".id@d>"))
print(utils.decode_rfc2231("us-ascii'en'x%20y"), utils.encode_rfc2231("a b", "utf-8", "en"), utils.collapse_rfc2231_value('"q"'),
      utils.decode_params([("c", ""), ("n*0", "a"), ("n*1", "b"), ("t*", "utf-8''x%20"), ("p", "q")]))
