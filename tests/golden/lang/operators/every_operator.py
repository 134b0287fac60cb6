# Which method each operator asks, and what it says when there is none.
class A:
    def __init__(s, n): s.n = n
    def __add__(s, o): print('A.add'); return NotImplemented
    def __radd__(s, o): print('A.radd', o); return 'radd'
    def __iadd__(s, o): print('A.iadd'); return NotImplemented
    def __matmul__(s, o): return 'mm'
    def __neg__(s): return 'neg'
    def __pos__(s): return 'pos'
    def __invert__(s): return 'inv'
    def __divmod__(s, o): return 'dm'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o, m=None): return ('rpow', o, m)
    def __lshift__(s, o): return 'ls'
class B(A):
    def __radd__(s, o): print('B.radd'); return 'bradd'
print(A(1) + B(2)); print(1 + A(1))
for code in ['A(1)+A(2)', 'A(1)+1', 'A(1)-1', '1-A(1)', 'A(1)@1', '-A(1)', '+A(1)', '~A(1)', 'divmod(A(1),2)', 'divmod(2,A(1))', 'pow(A(1),2)', 'pow(A(1),2,3)', '2**A(1)', 'A(1)**2', 'pow(2,A(1),5)', 'A(1)<<1', '1<<A(1)', 'A(1)<1', 'A(1)()', 'A(1)[0]', '1 in A(1)', 'len(A(1))', 'abs(A(1))', 'round(A(1))', 'int(A(1))', 'float(A(1))', 'complex(A(1))', 'A(1) and 1', 'not A(1)', 'hex(A(1))', '[1][A(1)]', 'iter(A(1))', 'next(A(1))', 'reversed(A(1))', '-"a"', '+[]', '~1.5', '"a"*"b"', '[]+()', '"a"+1', '1+"a"', 'b"a"+"a"', '{}|[]', '{1}|[1]', '{1}-[1]', 'None+1', 'print<1', '1<"a"', '[1]<(1,)', '1j<2', '{}<{}', 'sum(["a"])', '"%d"%"x"', '1@2', '1 if [] < [1] else 0']:
    try: print(code, '->', eval(code))
    except Exception as e: print(code, type(e).__name__, e)
x = A(1)
try: x += 1
except TypeError as e: print(e)
for st in ['x=1; x+="a"', 'x=[]; x+=1', 'x=(); x+=[]', 'x={}; x|=1', 'x={}; x|=[(1,2)]; print(x)', 'x=set(); x|=[1]', 'x="a"; x@=1', 'x=None; x**=2', 'x=1; x//=0', 'x=1; x>>=-1', 'x=1.0; x%=0', 'x=[1]; x*=1.5', 'x=1; x<<=1.0']:
    try: exec(st)
    except Exception as e: print(st, type(e).__name__, e)
