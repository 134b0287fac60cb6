# pow() with a modulus of many bits, which Ctrl-C can end.
modulus = (1 << 30011) + 7
exponent = (1 << 4500) + 12345
power = pow(3, exponent, modulus)
print(power.bit_length(), power % 1000003)
print(pow(-3, exponent, modulus) == modulus - power, pow(3, exponent, -modulus) == power - modulus)
