# Options as C programs read them.
import getopt

for arguments, short, long in [(["-a", "1", "-bc", "--long", "x"], "a:bc", ["long"]), (["-a1", "--opt=3", "-"], "a:", ["opt="]),
                               (["--op", "3", "--", "-a"], "a", ["opt="]), (["x", "-a"], "a", []), (["-z"], "a", []), (["-a"], "a:", []),
                               (["--x"], "", ["xa", "xb"]), (["--x=1"], "", ["x"]), (["--x"], "", ["x="])]:
  for function in (getopt.getopt, getopt.gnu_getopt):
    try:
      print(arguments, function(arguments, short, long))
    except getopt.GetoptError as error:
      print(arguments, error, repr(error.opt))
