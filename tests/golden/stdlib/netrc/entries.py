# Hosts, macros, comments and quotes of a file; what is wrong in one; who may read ~/.netrc.
import netrc
import os
import tempfile

TEXT = r'''# comment
machine one.example login "first user" password pa\"ss account acct
	user renamed # what follows is left out: password no
macdef init
cd /pub
get file

# machine hidden
machine two.example
	login
	anonymous password #secret
machine "three" password p
default login guest password "a b"
macdef last
line

'''

with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, ".netrc")

  def write(text, encoding="utf-8"):
    with open(path, "w", encoding=encoding) as file:
      file.write(text)

  write(TEXT)
  found = netrc.netrc(path)
  for host, entry in found.hosts.items():
    print(host, entry)
  print(found.macros)
  print(found)
  print(found.authenticators("two.example"), found.authenticators("other"))
  del found.hosts["three"], found.hosts["default"], found.hosts["one.example"]
  write(repr(found))
  print(netrc.netrc(path).hosts, netrc.netrc(path).macros)

  for text in ("#machine hidden", "bad one\n", "machine", "\nmachine x\nlogin y\nfollower z", "macdef m\nline\n", "default x", 'machine ""', "machine a login é"):
    write(text)
    try:
      print(repr(text), netrc.netrc(path).hosts)
    except netrc.NetrcParseError as error:
      print(repr(text), str(error).replace(folder, ""), repr(error).replace(folder, ""), error.lineno, error.msg)
  write("machine only login me")
  print(netrc.netrc(path).authenticators("other"))

  os.environ["HOME"] = folder
  for mode, text in ((0o600, "machine a login b"), (0o644, "machine a login b"), (0o644, "machine a login anonymous")):
    write(text)
    os.chmod(path, mode)
    try:
      print(netrc.netrc().hosts)
    except netrc.NetrcParseError as error:
      print(error)
  os.remove(path)
  try:
    netrc.netrc()
  except FileNotFoundError as error:
    print("FileNotFoundError", error.errno)
print(netrc.__all__, netrc.NetrcParseError.__mro__)
