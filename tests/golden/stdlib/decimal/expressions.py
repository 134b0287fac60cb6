# What each expression gives, and how the wrong ones fail.
from decimal import *

EXPRESSIONS = """
Decimal(1)/0
Decimal('x')
Decimal(0)/0
Decimal('inf')-Decimal('inf')
Decimal('1e999999')*10
Decimal(1)+'x'
Decimal(1)<'x'
Decimal([1])
Decimal(object)
Decimal(1,2)
Decimal(10)**1000000000
Decimal(-1).sqrt()
Decimal('snan')+1
hash(Decimal('snan'))
int(Decimal('nan'))
Decimal('1.5').quantize(Decimal('1e30'))
Decimal('1').quantize(Decimal('1e-30'))
Decimal(1)+1.5
Decimal(1).__format__(3)
format(Decimal(1),'x')
Decimal(5)%0
divmod(Decimal(5),0)
Decimal(5)//0
pow(Decimal(2),3,5)
pow(2,Decimal(3),5)
Decimal(2)**0.5
Decimal(True)
Decimal((0,(1,2),-1))
Decimal((2,(1,2),-1))
Decimal((0,(1,2),'x'))
Decimal('  12 ')
Decimal('1_000')
Decimal('١٢')
Decimal('')
Decimal('.')
Decimal('1e')
Decimal('1.e5')
Decimal('.5e-3')
Decimal('+-1')
round(Decimal('2.5'))
round(Decimal('2.675'),2)
Decimal('1')==1.0
Decimal('1.1')==1.1
Decimal('1.5')==3/2
1.5==Decimal('1.5')
Decimal('0.5')<1.0
Decimal(1)==1+0j
Decimal(1)==None
max(Decimal(1),2)
sum([Decimal('1.1')]*3)
Decimal(1).compare(2.0)
Decimal('1').scaleb(5)
Decimal('123').shift(2)
Decimal('-1.50').normalize()
Decimal('1E+5').normalize()
Decimal('1500').to_eng_string()
Decimal(2).exp()
abs(Decimal('-0'))
-Decimal(0)
+Decimal('-0')
str(Decimal(-0.0))
Decimal.from_float(0.1)
Decimal(0.1)
Decimal(float('nan'))
Decimal('1').is_normal(5)
Decimal(3).fma(2,1)
getcontext().create_decimal('1.23456789012345678901234567890123')
getcontext().create_decimal(' 1')
getcontext().create_decimal(1.1)
getcontext().divide(1,3)
getcontext().divide('1',3)
getcontext().power(2,-1)
Decimal(2).max('x')
Decimal.from_float('x')
Decimal('1').__round__('x')
Decimal(1).imag, Decimal(3).real
complex(Decimal('1.5'))
Decimal(7).logb()
Decimal('0.1').as_integer_ratio()
Decimal('nan').as_integer_ratio()
Decimal('1e5').as_tuple()
Decimal(2)**-2
Decimal(0)**0
Decimal(-8)**Decimal('0.5')
Decimal(1)<<2
~Decimal(1)
Decimal(1)&1
int(Decimal('1e30'))
float(Decimal('1e400'))
float(Decimal('-1e-400'))
float(Decimal('123456789.123456789e-5'))
"""

for expression in EXPRESSIONS.strip().splitlines():
  try:
    print(expression, "->", repr(eval(expression)))
  except Exception as e:
    print(expression, "->", type(e).__name__, e)
