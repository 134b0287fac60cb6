# Every way to change a bytearray, and what is refused, also while a memoryview holds it.
def t(*codes):
    for c in codes:
        x = bytearray(b'hello')
        ns = {'x': x}
        try:
            try: r = eval(c, ns)
            except SyntaxError: r = exec(c, ns)
            print(c, '->', r, ns['x'])
        except Exception as e: print(c, '->', type(e).__name__, e, ns['x'])
t('x.append(65)', 'x.append(256)', 'x.append("a")', 'x.append(-1)', 'x.extend(b"ab")', 'x.extend([1,2])', 'x.extend([300])', 'x.extend("ab")', 'x.extend(5)', 'x.insert(1,65)', 'x.insert(-100,65)', 'x.insert(1,"a")', 'x.pop()', 'x.pop(0)', 'x.pop(10)', 'x.pop("a")', 'x.remove(104)', 'x.remove(1)', 'x.remove(300)', 'x.reverse()', 'x.clear()', 'x.copy() is x', 'x[0]=65', 'x[0]=256', 'x[0]="a"', 'x[10]=1', 'x[1:3]=b"XYZ"', 'x[1:3]=[1,2]', 'x[1:3]="ab"', 'x[1:3]=5', 'x[::2]=b"abc"', 'x[::2]=b"ab"', 'x[1:3]=[300]', 'del x[0]', 'del x[::2]', 'del x[10]', 'del x[1:3]', 'x+=b"a"', 'x+="a"', 'x+=[1]', 'x*=2', 'x*=-1', 'x*=1.5', 'x["a"]=1', 'x[1.0]', 'x==b"hello"', 'x<b"z"', 'x+b"1"', 'b"1"+x', 'x.decode()', 'x.find(b"l")', 'x.upper()', 'x.split(b"l")', 'x.partition(b"l")', 'x.join([b"a",b"b"])', 'bytearray("é","latin-1")', 'bytearray("é")', 'bytearray([1,-1])', 'bytearray(3)', 'bytearray(-3)', 'hash(x)', 'x.__alloc__()>0', 'x.hex()', 'bytearray.fromhex("61")', 'x.translate(None,b"l")', 'x[1:4:2]', 'x[::-1]', '104 in x', 'list(x)[:2]', 'x.replace(b"l",b"")', 'x.zfill(8)', 'x.center(9,b"*")', 'x[:]=x', 'x[2:2]=x', 'x.extend(x)', 'x[0:0]=range(3)', 'x.pop(-6)', 'x.insert(2**70,1)', 'x.append(1.5)', 'x.extend([1,"a"])')
x = bytearray(b'abc')
m = memoryview(x)
for c in ['x.append(1)', 'x.clear()', 'del x[0]', 'x[0:1]=b"zz"', 'x[0]=65', 'x.pop()', 'x += b"a"']:
    try: exec(c); print(c, 'ok', x)
    except Exception as e: print(c, type(e).__name__, e)
m.release(); x.append(1); print(x)
class BA(bytearray):
    def __init__(s, *a, tag=None): super().__init__(*a); s.tag = tag
y = BA(b'q', tag=5); print(y, y.tag, type(y + b'a').__name__, type(y.upper()).__name__, type(y[:]).__name__, type(y.copy()).__name__)
