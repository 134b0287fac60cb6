# Lines of a program that end with blanks: module traceback leaves them out and moves the marks.
import traceback

def first(): return 1 / 0    
def second():
  return (first() +  
          1)
def third(): x = 1; y = second() + x;  

try:
  third()
except ZeroDivisionError:
  print("\n".join(line for line in traceback.format_exc().splitlines() if "File" not in line))
third()
