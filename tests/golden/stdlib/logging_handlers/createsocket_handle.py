# Ordinary use, mistakes and corners of logging.handlers: createSocket, handle, close, NTEventLogHandler.
import logging, logging.handlers as H, queue, os, tempfile, socket, threading

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = tempfile.mkdtemp(); p = os.path.join(d, 'app.log'); log = logging.getLogger('x'); log.propagate = False; log.setLevel('DEBUG')
h = H.RotatingFileHandler(p, maxBytes=60, backupCount=2); log.addHandler(h); h.setFormatter(logging.Formatter('%(levelname)s:%(message)s')); [log.info('message number %d', i) for i in range(8)]; print(sorted(os.listdir(d)), open(p).read().count('\n')); h.doRollover(); print(os.path.getsize(p), h.maxBytes, h.backupCount, h.mode, os.path.basename(h.baseFilename)); log.removeHandler(h); h.close(); err(H.RotatingFileHandler); err(H.RotatingFileHandler, '/no/such/x'); err(H.RotatingFileHandler, p, 'a', 'x') ; err(H.TimedRotatingFileHandler, p, when='QQ'); err(H.TimedRotatingFileHandler, p, when='W'); err(H.TimedRotatingFileHandler, p, when='W8')
q = queue.Queue(); out = []
class L(logging.Handler):
    def emit(self, r): out.append((r.levelname, self.format(r)))
lis = H.QueueListener(q, L(), L(level=40), respect_handler_level=True); qh = H.QueueHandler(q); log.addHandler(qh); lis.start(); log.info('via %s', 'queue'); log.error('err'); lis.stop(); print(out, lis.handlers[1].level); r = logging.makeLogRecord({'msg': 'direct', 'levelname': 'INFO', 'levelno': 20}); lis.handle(r); print(out[-1], lis.enqueue_sentinel(), lis.dequeue(True), lis.prepare(r) is r, qh.prepare(logging.makeLogRecord({'msg': '%d', 'args': (5,)})).message); log.removeHandler(qh); err(H.QueueHandler); err(H.QueueListener); err(lis.dequeue, False); err(H.QueueListener(5).dequeue, True); err(lis.handle, 5)
m = H.MemoryHandler(3, logging.ERROR, t := L()); log.addHandler(m); out.clear(); log.info('a'); log.info('b'); print(len(out), len(m.buffer)); log.error('c'); print(len(out), m.buffer, m.shouldFlush(r)); log.info('d'); m.setTarget(None); m.flush(); print(len(m.buffer)); m.setTarget(t); m.close(); print(len(out), m.target); log.removeHandler(m); b = H.BufferingHandler(2); b.emit(r); print(len(b.buffer), b.shouldFlush(r), b.flush(), b.buffer, b.close()); err(H.MemoryHandler); err(H.BufferingHandler); err(H.BufferingHandler('x').emit, r)
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u.bind(('127.0.0.1', 0)); u.settimeout(5); sh = H.SysLogHandler(u.getsockname(), facility='local0'); log.addHandler(sh); log.warning('sys'); print(u.recv(100), sh.facility, sh.encodePriority('kern', 'emerg'), sh.createSocket(), sh.append_nul, sh.ident, sh.close()); err(sh.encodePriority, 'zz', 'err'); err(H.SysLogHandler, '/no/such/sock'); err(H.SysLogHandler, address=5) ; log.removeHandler(sh)
n = None
import io, sys
with __import__('contextlib').redirect_stdout(io.StringIO()) as so: n = H.NTEventLogHandler('app')
print(so.getvalue().strip()[:60]); err(H.NTEventLogHandler); w = H.WatchedFileHandler(p); log.addHandler(w); log.info('one'); os.rename(p, p + '.bak'); log.info('two'); print(open(p).read(), 'one' in open(p + '.bak').read(), w.reopenIfNeeded()); w.close(); log.removeHandler(w); s = H.SMTPHandler('localhost', 'f@x', 't@x', 'subj', credentials=('u', 'p'), secure=()); print(s.toaddrs, s.username, s.getSubject(r), s.timeout, s.mailport); hh = H.HTTPHandler('localhost', '/u', 'get'); print(hh.method, hh.mapLogRecord(r)['msg']); err(H.HTTPHandler, 'h', '/', 'PUT'); so = H.SocketHandler('localhost', 1); print(so.makePickle(r)[:4] != b'', so.sock, so.closeOnError, so.close()); print(H.DEFAULT_TCP_LOGGING_PORT, H.SYSLOG_UDP_PORT); import shutil; shutil.rmtree(d)
