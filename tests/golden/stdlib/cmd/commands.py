# A program of commands: loop, help, shell, unknown commands, columns.
import cmd
import io


class Shell(cmd.Cmd):
  prompt = "> "

  def do_add(self, line):
    "Add numbers."
    self.stdout.write(f"{sum(map(int, line.split()))}\n")

  def do_silent(self, line):
    pass

  def do_quit(self, line):
    return True

  def do_shell(self, line):
    self.stdout.write(f"shell {line}\n")

  def help_topic(self):
    self.stdout.write("about the topic\n")


out = io.StringIO()
shell = Shell(stdin=io.StringIO("add 1 2\n\nfoo bar\n?add\nhelp\nhelp topic\nhelp zz\n!ls\nquit\n"), stdout=out)
shell.use_rawinput = 0
shell.cmdloop("Welcome")
print(out.getvalue())
print(shell.parseline("a b c"), shell.parseline(""), shell.parseline("?x"), shell.completenames("s"), shell.lastcmd, shell.completedefault())
out.truncate(0)
out.seek(0)
shell.columnize([f"item{i}" * (i % 3 + 1) for i in range(20)], 60)
shell.columnize([])
shell.columnize(["one"])
print(out.getvalue())
try:
  shell.columnize([1, "a"])
except TypeError as error:
  print(error)
