# Every name, and the code that each number is called by.
import errno

print(sorted((name, number) for name, number in vars(errno).items() if name[0] == "E"))
print(sorted(errno.errorcode.items()))
