# Bytes of many lengths go there and back in each alphabet; foreign characters, padding and lengths give the errors.
import base64, binascii, random, hmac
random.seed(5)
def t(f,*a,**k):
    try: return f(*a,**k)
    except Exception as e: return (type(e).__name__,str(e))
al=b"ABCDEFGHabcdefgh0123456789+/=-_ \n!~<>yzuv"
for i in range(120):
    d=random.randbytes(random.randrange(0,20))
    for nm in "b64 b32 b32hex b16 b85 a85".split():
        e=getattr(base64,nm+"encode")(d)
        assert getattr(base64,nm+"decode")(e)==d
        print(e) if i<5 else None
    g=bytes(random.choice(al) for _ in range(random.randrange(0,18)))
    for nm in "b64 b32 b32hex b16 b85 a85".split():
        print(nm,g,t(getattr(base64,nm+"decode"),g)) if i<25 else None
    if i<12:
        print(t(base64.b64decode,g,validate=True), t(base64.a85encode,d,foldspaces=True,wrapcol=7,adobe=True), t(base64.a85decode,b"<~"+g+b"~>",adobe=True,foldspaces=True), t(base64.a85encode,d,pad=True), t(base64.b85encode,d,pad=True),t(base64.b32decode,g,True,b"L"))
print(base64.a85encode(b"\0\0\0\0    \0\0\0\0\0"),base64.a85encode(b"    ",foldspaces=True),base64.a85encode(b"\0"*5), base64.a85encode(b""), base64.a85encode(b"\0"),base64.a85encode(b"\0\0"))
for x in (base64.b85decode,base64.a85decode): print(t(x,b"~~~~~~"),t(x,b"|||||"),t(x,"é"),t(x,3),t(x,b"s8W-\""))
for h in ("ab cd","abc","a b","zz","","AB\tcD","é1"): print(h,t(bytes.fromhex,h),t(bytearray.fromhex,h),t(binascii.unhexlify,h))
print(b"".hex(), b"\xff\x00".hex(), b"\xff\x00\x01".hex(":"),b"\xff\x00\x01".hex("-",2),b"\xff\x00\x01".hex("-",-2), binascii.crc_hqx(b"hello",5), binascii.hexlify(b"abc","-",-2))
for a in [('a',b'a'),(1,2),('é','é'),(b'a',None),(b'a',bytearray(b'a')),(memoryview(b'a'),b'b'),(None,'a'),("abc","abc"),("abc","abd"),("a","ab")]: print(t(hmac.compare_digest,*a))
