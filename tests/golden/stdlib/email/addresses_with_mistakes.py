# Addresses as mails have them: groups, comments inside of comments, routes, blanks, and what is no address at all.
from email.utils import getaddresses, parseaddr

for text in ("foo: ;", 'foo: ;, "Jason R." <jason@dom.ain>', "list: a@b, c <c@d>; e@f", "list: a@b", "[]*-- =~$", "merwok wok@example.com", "a . b @ c . d",
             "User ((nested) comment) <foo@bar.com>", "(before) a@b (behind)", "a (x) @b", "<>", "<a@b", "<@r,@s:u@h>", "<@r:>", "@r,@s:u@h", "a <b> c", "a b c",
             'x "y z" <q@w>', '"quoted \\" q" <a@b>', '"a b"@c', '"open', "(open", "a@[1.2.3.4]", "a@b@c", "a@", ".a@b", "a..b@c", ",,", ";", "a\\b@c", "a@b\r\n c@d",
             "Müller <m@x>", ""):
  print(repr(text), getaddresses([text]), parseaddr(text))
print(getaddresses(["a@b", "", "c@d, e"]), parseaddr(None))
