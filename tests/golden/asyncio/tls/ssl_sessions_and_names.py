# Names that clients ask for, sessions that are continued, the file for secrets, certificates asked for later, files on encrypted sockets.
import ssl, os, tempfile, asyncio, socket, threading
D = ""
def show(f):
    try: return f()
    except BaseException as e: return type(e).__name__, str(e).split("(_ssl.c")[0]
def ctxs():
    s=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); s.load_cert_chain(D+"_cert.pem",D+"_key.pem")
    c=ssl.create_default_context(cafile=D+"_cert.pem"); return s,c
def pump(c,s,ci,co,si,so,n=10):
    out=[]
    for _ in range(n):
        for o,i,obj in ((co,si,s),(so,ci,c)):
            try: obj.do_handshake()
            except ssl.SSLWantReadError: pass
            except ssl.SSLError as e: out.append((type(e).__name__, e.reason))
            d=o.read()
            if d: i.write(d)
            d=(so if o is co else co).read()
            if d: (ci if o is co else si).write(d)
    return out
def make(sc,cc,host="localhost",session=None):
    ci,co,si,so=[ssl.MemoryBIO() for _ in range(4)]
    c=cc.wrap_bio(ci,co,server_hostname=host,session=session); s=sc.wrap_bio(si,so,server_side=True)
    return c,s,ci,co,si,so
# sni
sc,cc=ctxs(); seen=[]
sc.sni_callback=lambda obj,name,ctx: seen.append((type(obj).__name__,name,ctx is sc,obj.server_side))
print(callable(sc.sni_callback))
x=make(sc,cc); print(pump(*x), seen, x[0].version(), x[1].version()); print(x[0].shared_ciphers(), type(x[1].shared_ciphers()[0]).__name__, x[1].session_reused, x[0].cipher()==x[1].cipher())
sc.sni_callback=lambda *a: ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
x=make(sc,cc); print(pump(*x)[:2])
sc.sni_callback=lambda *a: 1/0
import sys; sys.unraisablehook=lambda u: print("unraisable", repr(u.exc_value))
x=make(sc,cc); print(pump(*x)[:2])
sc.sni_callback=lambda *a: "x"
x=make(sc,cc); print(pump(*x)[:2])
sc2,_=ctxs()
def switch(obj,name,ctx): obj.context=sc2; seen.append(obj.context is sc2)
sc.sni_callback=switch; x=make(sc,cc); print(pump(*x), seen[-1]); sc.sni_callback=None; print(sc.sni_callback)
sc.set_servername_callback(lambda o,n,c: seen.append(n)); x=make(sc,cc); pump(*x); print(seen[-1]); sc.set_servername_callback(None)
# sessions
for ver in (ssl.TLSVersion.TLSv1_2,ssl.TLSVersion.TLSv1_3):
    sc,cc=ctxs(); cc.maximum_version=ver
    x=make(sc,cc); print(x[0].session); pump(*x); x[1].write(b"hello"); x[2].write(x[5].read()); print(x[0].read())
    ses=x[0].session; print(type(ses).__name__, len(ses.id), ses.has_ticket, ses.timeout, ses.ticket_lifetime_hint, ses.time>0, x[0].session_reused, ses==x[0].session, ses!=5, show(lambda: ses==5))
    y=make(sc,cc,session=ses); pump(*y); print(y[0].session_reused, y[1].session_reused); print(sorted(sc.session_stats().items())[:3])
    print(show(lambda: setattr(y[0],"session",ses)), show(lambda: setattr(y[1],"session",ses)), show(lambda: setattr(y[0],"session",5)))
    _,cc2=ctxs(); print(show(lambda: make(sc,cc2,session=ses)[0]) if 1 else 0); print(show(lambda: ssl.SSLSession()))
# keylog
f=tempfile.mktemp(); sc,cc=ctxs(); cc.keylog_filename=f; print(cc.keylog_filename==f); x=make(sc,cc); pump(*x); L=open(f).read().splitlines(); print(L[0], len(L)>1, sorted({l.split()[0] for l in L[1:]})); cc.keylog_filename=None; print(cc.keylog_filename); os.unlink(f)
# post handshake
sc,cc=ctxs(); sc.post_handshake_auth=True; sc.verify_mode=ssl.CERT_REQUIRED; sc.load_verify_locations(D+"_cert.pem"); cc.post_handshake_auth=True; cc.load_cert_chain(D+"_cert.pem",D+"_key.pem")
x=make(sc,cc); print(pump(*x), x[1].getpeercert()); x[1].verify_client_post_handshake(); x[1].write(b"q"); x[2].write(x[5].read()); print(x[0].read()); x[0].write(b"r"); x[4].write(x[3].read()); print(x[1].read(), bool(x[1].getpeercert()))
# sockets: makefile, session, sni via sockets
sc,cc=ctxs(); names=[]
sc.sni_callback=lambda o,n,c: names.append((type(o).__name__,n))
ls=socket.create_server(("127.0.0.1",0))
def srv():
    for _ in range(2):
        c,_=ls.accept()
        with sc.wrap_socket(c,server_side=True) as k:
            with k.makefile("rw") as f:
                for line in f: f.write(line.upper()); f.flush()
            print(k.shared_ciphers() is not None, k.session_reused if 0 else "")
th=threading.Thread(target=srv); th.start(); ses=None
for _ in range(2):
    with socket.create_connection(ls.getsockname()) as s0, cc.wrap_socket(s0,server_hostname="localhost",session=ses) as k:
        with k.makefile("rwb") as f: f.write(b"hello\n"); f.flush(); print(f.readline())
        ses=k.session; print(k.session_reused, type(ses).__name__, k.get_channel_binding("tls-unique") is not None, show(lambda: k.get_channel_binding("x")))
th.join(); print(names)
