import io
class Wr(io.RawIOBase):
    def writable(s): return True
    def write(s,b): print('wr',bytes(b)); return min(k,len(b))
for k in (1,2,3,4,100):
  for size in (3,4,5):
    w=io.BufferedWriter(Wr(),size)
    for d in (b'ab',b'cdefg',b'h',b'ijkl',b'',b'mnopqrstuv',b'w',b'xyz1',b'abc',b'de'):
        print(k,size,d,w.write(d))
    w.flush(); print('end')
