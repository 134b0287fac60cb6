# Functions of logging_handlers that the other tests do not use: hooks.
import io, logging, logging.handlers as h, os, queue, pickle, shutil, socket, tempfile, time, urllib.parse

folder = tempfile.mkdtemp()
path = os.path.join(folder, "log")
record = logging.makeLogRecord({"name": "app", "msg": "hello %s", "args": ("you",), "levelno": 20, "levelname": "INFO", "pathname": "/p/x.py", "lineno": 3})

rotating = h.RotatingFileHandler(path, maxBytes=20, backupCount=2, delay=True)
print(isinstance(rotating, h.BaseRotatingHandler), rotating.rotation_filename("a"), rotating.shouldRollover(record), bool(rotating.shouldRollover(logging.makeLogRecord({"msg": "x" * 30}))))
rotating.emit(record); rotating.doRollover(); rotating.emit(record); rotating.doRollover(); rotating.emit(record); rotating.close()
print(sorted(os.listdir(folder)))
rotating.namer = lambda name: name + ".gz"
rotating.rotator = lambda source, dest: os.rename(source, dest)
print(rotating.rotation_filename("b"), rotating.rotate(path, path + ".moved"), sorted(os.listdir(folder)))

timed = h.TimedRotatingFileHandler(path, when="S", interval=1000, backupCount=1)
print(timed.shouldRollover(record), timed.computeRollover(100), timed.getFilesToDelete()); timed.rolloverAt = 0
print(bool(timed.shouldRollover(record))); timed.doRollover(); print(len([n for n in os.listdir(folder) if n.startswith("log.2")])); timed.close()
for kind in ("X", "W9", "Wx", 5):
    try: h.TimedRotatingFileHandler(path, when=kind)
    except Exception as e: print(type(e).__name__, e)

watched = h.WatchedFileHandler(path)
watched.emit(record); os.rename(path, path + ".old"); watched.reopenIfNeeded(); watched.emit(record); watched.close()
print(open(path).read(), os.path.exists(path + ".old"))

target = logging.StreamHandler(out := io.StringIO())
memory = h.MemoryHandler(2, flushLevel=logging.ERROR)
print(memory.shouldFlush(record), memory.emit(record), memory.buffer == [record], h.BufferingHandler(1).shouldFlush(record))
memory.setTarget(target); memory.emit(record); print(repr(out.getvalue()), memory.buffer); memory.close()

q = queue.Queue()
sender = h.QueueHandler(q)
class Listener(h.QueueListener):
    def dequeue(self, block):
        return super().dequeue(block)
sender.enqueue("raw"); print(q.get()); sender.emit(record); got = q.get(); print(got.msg, got.args, got.message)
listener = Listener(q, target); listener.enqueue_sentinel(); print(listener.dequeue(True)); listener.start(); sender.emit(record); listener.stop(); print(out.getvalue().count("hello"))

udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); udp.bind(("127.0.0.1", 0)); udp.settimeout(5)
datagram = h.DatagramHandler(*udp.getsockname()); print(datagram.makeSocket().type == socket.SOCK_DGRAM, isinstance(datagram, h.SocketHandler))
datagram.emit(record); data = udp.recv(2000); print(pickle.loads(data[4:])["msg"], data == datagram.makePickle(record), int.from_bytes(data[:4], "big") == len(data) - 4); datagram.close()
syslog = h.SysLogHandler(udp.getsockname()); syslog.createSocket(); syslog.emit(record); print(udp.recv(100), syslog.encodePriority("user", "info"), syslog.encodePriority(1, 2), syslog.mapPriority("CRITICAL"), syslog.mapPriority("x")); syslog.close()
server = socket.create_server(("127.0.0.1", 0)); stream = h.SocketHandler(*server.getsockname()); stream.createSocket(); peer, _ = server.accept()
stream.emit(record); print(peer.recv(4)[:3]); stream.close(); peer.close(); server.close()
stream.closeOnError = True; stream.sock = peer
try: 1 / 0
except ZeroDivisionError: stream.handleError(record)
print(stream.sock)
class Mail(h.SMTPHandler):
    def getSubject(self, record): return f"{record.levelname}: {super().getSubject(record)}"
print(Mail("host", "a@b", "c@d", "subject").getSubject(record), Mail(("host", 25), "a", ["b"], "s", ("u", "p")).toaddrs)
web = h.HTTPHandler("localhost:1", "/log", method="POST"); print(sorted(web.mapLogRecord(record))[:3], type(web.getConnection("localhost", False)).__name__)
for make in (lambda: h.HTTPHandler("h", "/", method="PUT"), lambda: h.HTTPHandler("h", "/", context=1), lambda: h.RotatingFileHandler(folder), lambda: h.MemoryHandler(), lambda: h.SysLogHandler(("127.0.0.1", 1), socktype="x")):
    try: make(); print("made")
    except Exception as e: print(type(e).__name__, str(e).replace(folder, "FOLDER"))

b = logging.BufferingFormatter(logging.Formatter("%(message)s;"))
print(b.format([record, record]), repr(b.formatHeader([record])), repr(b.formatFooter([])), repr(b.format([])))
f = logging.Formatter("%(message)s"); record.message = "shown"; print(f.formatMessage(record), f.formatStack("Stack"), f.usesTime())
log = logging.getLogger("hooks"); log.propagate = False; log.addHandler(logging.StreamHandler(out2 := io.StringIO()))
log.callHandlers(record); print(out2.getvalue(), log.findCaller()[2:], os.path.basename(log.findCaller()[0]))
class Quiet(logging.Handler):
    def emit(self, record):
        try: 1 / 0
        except ZeroDivisionError: self.handleError(record)
    def handleError(self, record): print("handled", record.getMessage())
Quiet().handle(record)
shutil.rmtree(folder)
