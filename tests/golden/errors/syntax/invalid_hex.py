# A wrong hexadecimal digit.
x = 0xfg
