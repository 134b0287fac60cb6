# Modes of a terminal, raw and back.
import fcntl
import os
import struct
import termios
import tty

master, slave = os.openpty()
before = termios.tcgetattr(slave)
print(before[:4], before[6][:8], before[tty.ISPEED] == before[tty.OSPEED] == termios.B38400)
tty.setraw(slave)
raw = termios.tcgetattr(slave)
print(raw[:4], raw[tty.CC][:8])
os.write(master, b"a\x03")
print(os.read(slave, 10))
termios.tcsetattr(slave, termios.TCSANOW, before)
print(termios.tcgetattr(slave) == before)
tty.setcbreak(slave)
print(bool(termios.tcgetattr(slave)[tty.LFLAG] & termios.ECHO), bool(termios.tcgetattr(slave)[tty.LFLAG] & termios.ISIG))
termios.tcsetwinsize(slave, (10, 20))
print(termios.tcgetwinsize(master), struct.unpack("HHHH", fcntl.ioctl(master, termios.TIOCGWINSZ, bytes(8))), os.get_terminal_size(slave))
size = bytearray(8)
print(fcntl.ioctl(master, termios.TIOCGWINSZ, size), size)
print(termios.tcflush(slave, termios.TCIOFLUSH), termios.tcdrain(slave), os.isatty(slave))
null = os.open("/dev/null", os.O_RDWR)
for call, arguments in ((termios.tcgetattr, (null,)), (termios.tcsetattr, (slave, termios.TCSANOW, [1, 2])), (termios.tcgetattr, ("x",)),
                        (termios.tcsetattr, (slave, termios.TCSANOW, before[:6] + [[b"a"]])), (termios.tcsetwinsize, (slave, (1,))),
                        (fcntl.ioctl, (slave, termios.TIOCGWINSZ, "abc", 1, 2))):
  try:
    print(call(*arguments))
  except (termios.error, TypeError, ValueError) as error:
    print(type(error).__name__, error)
