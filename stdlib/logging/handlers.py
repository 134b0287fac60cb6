"""More places for log records: files that are rotated, memory, queues, sockets, the system log, HTTP.

>>> import logging, queue
>>> records = queue.Queue()
>>> logger = logging.getLogger("coil.example")
>>> logger.addHandler(QueueHandler(records))
>>> logger.warning("%d left", 3)
>>> records.get().message
'3 left'
"""

import logging
import os
import time

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = 514
SYSLOG_TCP_PORT = 514

_DAY = 24 * 60 * 60


class BaseRotatingHandler(logging.FileHandler):
  """A file that is replaced by a new one when shouldRollover() says so."""

  namer = None
  rotator = None

  def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
    logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
    self.mode = mode
    self.encoding = "locale" if encoding is None and "b" not in mode else encoding
    self.errors = errors

  def emit(self, record):
    """Writes the record, into a new file if it is time for one."""
    try:
      if self.shouldRollover(record):
        self.doRollover()
      logging.FileHandler.emit(self, record)
    except Exception:
      self.handleError(record)

  def rotation_filename(self, default_name):
    """The name of a file that is put aside; `namer` may change it."""
    return self.namer(default_name) if callable(self.namer) else default_name

  def rotate(self, source, dest):
    """Puts a file aside; `rotator` may do it in another way."""
    if callable(self.rotator):
      self.rotator(source, dest)
    elif os.path.exists(source):
      os.rename(source, dest)

  def _close_stream(self):
    if self.stream:
      self.stream.close()
      self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
  """A new file when the current one would grow over maxBytes; the last backupCount files are kept as NAME.1, NAME.2, ..."""

  def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
    if maxBytes > 0:
      mode = "a"
    BaseRotatingHandler.__init__(self, filename, mode, encoding=encoding, delay=delay, errors=errors)
    self.maxBytes = maxBytes
    self.backupCount = backupCount

  def doRollover(self):
    """Starts a new file."""
    self._close_stream()
    if self.backupCount > 0:
      for number in range(self.backupCount - 1, 0, -1):
        source = self.rotation_filename(f"{self.baseFilename}.{number}")
        target = self.rotation_filename(f"{self.baseFilename}.{number + 1}")
        if os.path.exists(source):
          if os.path.exists(target):
            os.remove(target)
          os.rename(source, target)
      target = self.rotation_filename(self.baseFilename + ".1")
      if os.path.exists(target):
        os.remove(target)
      self.rotate(self.baseFilename, target)
    if not self.delay:
      self.stream = self._open()

  def shouldRollover(self, record):
    """Whether the record would make the file too large."""
    if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
      return False  # a device or pipe
    if self.stream is None:
      self.stream = self._open()
    if self.maxBytes <= 0:
      return False
    self.stream.seek(0, 2)
    return self.stream.tell() + len(self.format(record) + "\n") >= self.maxBytes


# For each `when`: seconds, the time in the name of the old file, and what such names look like.
_INTERVALS = {
  "S": (1, "%Y-%m-%d_%H-%M-%S", r"^\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}(\.\w+)?$"),
  "M": (60, "%Y-%m-%d_%H-%M", r"^\d{4}-\d{2}-\d{2}_\d{2}-\d{2}(\.\w+)?$"),
  "H": (60 * 60, "%Y-%m-%d_%H", r"^\d{4}-\d{2}-\d{2}_\d{2}(\.\w+)?$"),
  "D": (_DAY, "%Y-%m-%d", r"^\d{4}-\d{2}-\d{2}(\.\w+)?$"),
}


class TimedRotatingFileHandler(BaseRotatingHandler):
  """A new file after each interval: when is S, M, H, D, MIDNIGHT, or W0 to W6 for a weekday."""

  def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
    import re
    BaseRotatingHandler.__init__(self, filename, "a", encoding=encoding, delay=delay, errors=errors)
    self.when = when.upper()
    self.backupCount = backupCount
    self.utc = utc
    self.atTime = atTime
    kind = "D" if self.when == "MIDNIGHT" else self.when
    if self.when.startswith("W"):
      if len(self.when) != 2:
        raise ValueError(f"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {self.when}")
      if not "0" <= self.when[1] <= "6":
        raise ValueError(f"Invalid day specified for weekly rollover: {self.when}")
      self.dayOfWeek = int(self.when[1])
      kind = "D"
    if kind not in _INTERVALS:
      raise ValueError(f"Invalid rollover interval specified: {self.when}")
    seconds, self.suffix, pattern = _INTERVALS[kind]
    if self.when.startswith("W"):
      seconds *= 7
    self.extMatch = re.compile(pattern, re.ASCII)
    self.interval = seconds * interval
    exists = os.path.exists(self.baseFilename)
    self.rolloverAt = self.computeRollover(int(os.stat(self.baseFilename).st_mtime) if exists else int(time.time()))

  def _at_fixed_time(self):
    return self.when == "MIDNIGHT" or self.when.startswith("W")

  def _summer_time_shift(self, before, moment):
    """What a change to or from summer time between the two moments adds."""
    after = time.localtime(moment)[-1]
    if before == after:
      return 0
    return 3600 if before else -3600

  def computeRollover(self, currentTime):
    """The moment of the next new file."""
    if not self._at_fixed_time():
      return currentTime + self.interval
    now = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
    at = _DAY if self.atTime is None else (self.atTime.hour * 60 + self.atTime.minute) * 60 + self.atTime.second
    wait = at - ((now[3] * 60 + now[4]) * 60 + now[5])
    day = now[6]
    if wait < 0:
      wait += _DAY
      day = (day + 1) % 7
    result = currentTime + wait
    if self.when.startswith("W") and day != self.dayOfWeek:
      result += (self.dayOfWeek - day) % 7 * _DAY
      if not self.utc:
        result += self._summer_time_shift(now[-1], result)
    return result

  def shouldRollover(self, record):
    """Whether it is time for a new file."""
    now = int(time.time())
    if now < self.rolloverAt:
      return False
    if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
      self.rolloverAt = self.computeRollover(now)  # a device or pipe
      return False
    return True

  def getFilesToDelete(self):
    """The files that are more than backupCount."""
    folder, base = os.path.split(self.baseFilename)
    stem, extension = os.path.splitext(base)
    prefix = base + "." if self.namer is None else stem + "."
    found = []
    for name in os.listdir(folder):
      if self.namer is None:
        if not name.startswith(base):
          continue
      elif (not name.startswith(base) and name.endswith(extension) and len(name) > len(prefix) + 1 and
            not name[len(prefix) + 1].isdigit()):
        continue
      if name.startswith(prefix) and any(self.extMatch.match(part) for part in name[len(prefix):].split(".")):
        found.append(os.path.join(folder, name))
    if len(found) < self.backupCount:
      return []
    found.sort()
    return found[:len(found) - self.backupCount]

  def doRollover(self):
    """Starts a new file; the old one is named after the beginning of its interval."""
    self._close_stream()
    now = int(time.time())
    summer = time.localtime(now)[-1]
    start = self.rolloverAt - self.interval
    if self.utc:
      moment = time.gmtime(start)
    else:
      moment = time.localtime(start)
      if summer != moment[-1]:
        moment = time.localtime(start + (3600 if summer else -3600))
    target = self.rotation_filename(f"{self.baseFilename}.{time.strftime(self.suffix, moment)}")
    if os.path.exists(target):
      os.remove(target)
    self.rotate(self.baseFilename, target)
    if self.backupCount > 0:
      for path in self.getFilesToDelete():
        os.remove(path)
    if not self.delay:
      self.stream = self._open()
    next_time = self.computeRollover(now)
    while next_time <= now:
      next_time += self.interval
    if self._at_fixed_time() and not self.utc:
      next_time += self._summer_time_shift(summer, next_time)
    self.rolloverAt = next_time


class WatchedFileHandler(logging.FileHandler):
  """A file that is opened again when another program has moved it away."""

  def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
    logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
    self.dev, self.ino = -1, -1
    self._statstream()

  def _statstream(self):
    if self.stream:
      status = os.fstat(self.stream.fileno())
      self.dev, self.ino = status.st_dev, status.st_ino

  def reopenIfNeeded(self):
    """Opens the file again if the path leads to another one now."""
    try:
      status = os.stat(self.baseFilename)
    except FileNotFoundError:
      status = None
    if (not status or status.st_dev != self.dev or status.st_ino != self.ino) and self.stream is not None:
      self.stream.flush()
      self.stream.close()
      self.stream = None
      self.stream = self._open()
      self._statstream()

  def emit(self, record):
    self.reopenIfNeeded()
    logging.FileHandler.emit(self, record)


class SocketHandler(logging.Handler):
  """Sends pickled records over TCP, or over a Unix socket when the port is None; connects again after errors."""

  def __init__(self, host, port):
    logging.Handler.__init__(self)
    self.host = host
    self.port = port
    self.address = host if port is None else (host, port)
    self.sock = None
    self.closeOnError = False
    self.retryTime = None
    self.retryStart = 1.0
    self.retryMax = 30.0
    self.retryFactor = 2.0

  def makeSocket(self, timeout=1):
    """A connected socket."""
    import socket
    if self.port is not None:
      return socket.create_connection(self.address, timeout=timeout)
    result = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    result.settimeout(timeout)
    try:
      result.connect(self.address)
    except OSError:
      result.close()
      raise
    return result

  def createSocket(self):
    """Connects, unless the last failure was too short ago."""
    now = time.time()
    if self.retryTime is not None and now < self.retryTime:
      return
    try:
      self.sock = self.makeSocket()
      self.retryTime = None
    except OSError:
      if self.retryTime is None:
        self.retryPeriod = self.retryStart
      else:
        self.retryPeriod = min(self.retryPeriod * self.retryFactor, self.retryMax)
      self.retryTime = now + self.retryPeriod

  def send(self, s):
    """Sends bytes, if there is a connection."""
    if self.sock is None:
      self.createSocket()
    if self.sock:
      try:
        self.sock.sendall(s)
      except OSError:
        self.sock.close()
        self.sock = None

  def makePickle(self, record):
    """The record as bytes: length and pickled dictionary."""
    import pickle
    fields = dict(record.__dict__)
    if record.exc_info:
      self.format(record)  # puts the text of the traceback into the record
      fields = dict(record.__dict__)
    fields["msg"] = record.getMessage()
    fields["args"] = None
    fields["exc_info"] = None
    fields.pop("message", None)
    data = pickle.dumps(fields, 1)
    return len(data).to_bytes(4, "big") + data

  def handleError(self, record):
    if self.closeOnError and self.sock:
      self.sock.close()
      self.sock = None
    else:
      logging.Handler.handleError(self, record)

  def emit(self, record):
    try:
      self.send(self.makePickle(record))
    except Exception:
      self.handleError(record)

  def close(self):
    with self.lock:
      sock, self.sock = self.sock, None
      if sock:
        sock.close()
      logging.Handler.close(self)


class DatagramHandler(SocketHandler):
  """Sends pickled records over UDP, or over a Unix socket when the port is None."""

  def __init__(self, host, port):
    SocketHandler.__init__(self, host, port)
    self.closeOnError = False

  def makeSocket(self):
    import socket
    return socket.socket(socket.AF_UNIX if self.port is None else socket.AF_INET, socket.SOCK_DGRAM)

  def send(self, s):
    if self.sock is None:
      self.createSocket()
    self.sock.sendto(s, self.address)


class SysLogHandler(logging.Handler):
  """Sends records to a system log: over UDP or TCP, or to a Unix socket given by its path."""

  LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
  (LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV, LOG_FTP, LOG_NTP,
   LOG_SECURITY, LOG_CONSOLE, LOG_SOLCRON, LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6,
   LOG_LOCAL7) = range(24)
  priority_names = {"alert": 1, "crit": 2, "critical": 2, "debug": 7, "emerg": 0, "err": 3, "error": 3, "info": 6, "notice": 5, "panic": 0,
                    "warn": 4, "warning": 4}
  facility_names = {"auth": 4, "authpriv": 10, "console": 14, "cron": 9, "daemon": 3, "ftp": 11, "kern": 0, "lpr": 6, "mail": 2, "news": 7,
                    "ntp": 12, "security": 13, "solaris-cron": 15, "syslog": 5, "user": 1, "uucp": 8, "local0": 16, "local1": 17,
                    "local2": 18, "local3": 19, "local4": 20, "local5": 21, "local6": 22, "local7": 23}
  priority_map = {"DEBUG": "debug", "INFO": "info", "WARNING": "warning", "ERROR": "error", "CRITICAL": "critical"}
  ident = ""
  append_nul = True

  def __init__(self, address=("localhost", SYSLOG_UDP_PORT), facility=LOG_USER, socktype=None):
    logging.Handler.__init__(self)
    self.address = address
    self.facility = facility
    self.socktype = socktype
    self.socket = None
    self.unixsocket = isinstance(address, str)
    self.createSocket()

  def createSocket(self):
    """Connects; a Unix socket that is not there yet is tried again with each record."""
    import socket
    if self.unixsocket:
      kinds = (socket.SOCK_DGRAM, socket.SOCK_STREAM) if self.socktype is None else (self.socktype,)
      for kind in kinds:
        self.socket = socket.socket(socket.AF_UNIX, kind)
        try:
          self.socket.connect(self.address)
          self.socktype = kind
          return
        except OSError:
          self.socket.close()
          self.socket = None
      return
    if self.socktype is None:
      self.socktype = socket.SOCK_DGRAM
    host, port = self.address
    error = None
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, 0, self.socktype):
      try:
        self.socket = socket.socket(family, kind, protocol)
        if kind == socket.SOCK_STREAM:
          self.socket.connect(address)
        return
      except OSError as failure:
        error = failure
        if self.socket is not None:
          self.socket.close()
          self.socket = None
    if error is not None:
      raise error

  def encodePriority(self, facility, priority):
    """Facility and priority, given as names or numbers, in one number."""
    if isinstance(facility, str):
      facility = self.facility_names[facility]
    if isinstance(priority, str):
      priority = self.priority_names[priority]
    return facility << 3 | priority

  def mapPriority(self, levelName):
    """The system log's name of a level."""
    return self.priority_map.get(levelName, "warning")

  def emit(self, record):
    try:
      text = self.format(record)
      if self.ident:
        text = self.ident + text
      if self.append_nul:
        text += "\0"
      data = f"<{self.encodePriority(self.facility, self.mapPriority(record.levelname))}>".encode() + text.encode()
      if self.socket is None:
        self.createSocket()
      import socket
      if self.unixsocket:
        try:
          self.socket.send(data)
        except OSError:
          self.socket.close()
          self.createSocket()
          self.socket.send(data)
      elif self.socktype == socket.SOCK_DGRAM:
        self.socket.sendto(data, self.address)
      else:
        self.socket.sendall(data)
    except Exception:
      self.handleError(record)

  def close(self):
    with self.lock:
      sock, self.socket = self.socket, None
      if sock:
        sock.close()
      logging.Handler.close(self)


class SMTPHandler(logging.Handler):
  """Sends each record as a mail; needs smtplib, which Coil does not have: the record is reported as an error."""

  def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
    logging.Handler.__init__(self)
    self.mailhost, self.mailport = mailhost if isinstance(mailhost, (list, tuple)) else (mailhost, None)
    self.username, self.password = credentials if isinstance(credentials, (list, tuple)) else (credentials, None)
    self.fromaddr = fromaddr
    self.toaddrs = [toaddrs] if isinstance(toaddrs, str) else toaddrs
    self.subject = subject
    self.secure = secure
    self.timeout = timeout

  def getSubject(self, record):
    """The subject of the mail."""
    return self.subject

  def emit(self, record):
    try:
      import smtplib
      from email.message import EmailMessage
      message = EmailMessage()
      message["From"] = self.fromaddr
      message["To"] = ",".join(self.toaddrs)
      message["Subject"] = self.getSubject(record)
      message.set_content(self.format(record))
      with smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout) as smtp:
        smtp.send_message(message)
    except Exception:
      self.handleError(record)


class NTEventLogHandler(logging.Handler):
  """The event log of Windows: there is none here, records are passed over."""

  def __init__(self, appname, dllname=None, logtype="Application"):
    logging.Handler.__init__(self)
    print("The Python Win32 extensions for NT (service, event logging) appear not to be available.")
    self.appname = appname
    self._welu = None

  def emit(self, record):
    pass


class HTTPHandler(logging.Handler):
  """Sends each record to a web server, with GET or POST."""

  def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
    logging.Handler.__init__(self)
    method = method.upper()
    if method not in ("GET", "POST"):
      raise ValueError("method must be GET or POST")
    if not secure and context is not None:
      raise ValueError("context parameter only makes sense with secure=True")
    self.host = host
    self.url = url
    self.method = method
    self.secure = secure
    self.credentials = credentials
    self.context = context

  def mapLogRecord(self, record):
    """What is sent of a record."""
    return record.__dict__

  def getConnection(self, host, secure):
    """The connection to use."""
    import http.client
    if secure:
      return http.client.HTTPSConnection(host, context=self.context)
    return http.client.HTTPConnection(host)

  def emit(self, record):
    try:
      import base64
      import urllib.parse
      connection = self.getConnection(self.host, self.secure)
      url = self.url
      data = urllib.parse.urlencode(self.mapLogRecord(record))
      if self.method == "GET":
        url += ("&" if "?" in url else "?") + data
      connection.putrequest(self.method, url)
      if self.method == "POST":
        connection.putheader("Content-type", "application/x-www-form-urlencoded")
        connection.putheader("Content-length", str(len(data)))
      if self.credentials:
        credentials = ("%s:%s" % self.credentials).encode("utf-8")
        connection.putheader("Authorization", "Basic " + base64.b64encode(credentials).strip().decode("ascii"))
      connection.endheaders()
      if self.method == "POST":
        connection.send(data.encode("utf-8"))
      connection.getresponse()
    except Exception:
      self.handleError(record)


class BufferingHandler(logging.Handler):
  """Keeps records in memory; flush() forgets them when there are `capacity` of them."""

  def __init__(self, capacity):
    logging.Handler.__init__(self)
    self.capacity = capacity
    self.buffer = []

  def shouldFlush(self, record):
    """Whether the buffer is full."""
    return len(self.buffer) >= self.capacity

  def emit(self, record):
    self.buffer.append(record)
    if self.shouldFlush(record):
      self.flush()

  def flush(self):
    with self.lock:
      self.buffer.clear()

  def close(self):
    try:
      self.flush()
    finally:
      logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
  """Keeps records in memory and passes them to the target: when there are many, or a severe one comes."""

  def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
    BufferingHandler.__init__(self, capacity)
    self.flushLevel = flushLevel
    self.target = target
    self.flushOnClose = flushOnClose

  def shouldFlush(self, record):
    return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

  def setTarget(self, target):
    """The handler that gets the records."""
    with self.lock:
      self.target = target

  def flush(self):
    with self.lock:
      if self.target:
        for record in self.buffer:
          self.target.handle(record)
        self.buffer.clear()

  def close(self):
    try:
      if self.flushOnClose:
        self.flush()
    finally:
      with self.lock:
        self.target = None
        BufferingHandler.close(self)


class QueueHandler(logging.Handler):
  """Puts records into a queue, for a QueueListener elsewhere."""

  def __init__(self, queue):
    logging.Handler.__init__(self)
    self.queue = queue

  def enqueue(self, record):
    """Puts a record into the queue without waiting."""
    self.queue.put_nowait(record)

  def prepare(self, record):
    """A copy of the record whose text is complete, so that it can go to another thread or process."""
    import copy
    text = self.format(record)
    record = copy.copy(record)
    record.message = text
    record.msg = text
    record.args = None
    record.exc_info = None
    record.exc_text = None
    record.stack_info = None
    return record

  def emit(self, record):
    try:
      self.enqueue(self.prepare(record))
    except Exception:
      self.handleError(record)


class QueueListener:
  """Takes records out of a queue, in a thread of its own, and passes them to handlers."""

  _sentinel = None

  def __init__(self, queue, *handlers, respect_handler_level=False):
    self.queue = queue
    self.handlers = handlers
    self._thread = None
    self.respect_handler_level = respect_handler_level

  def dequeue(self, block):
    """The next record."""
    return self.queue.get(block)

  def start(self):
    """Starts the thread."""
    import threading
    self._thread = threading.Thread(target=self._monitor)
    self._thread.daemon = True
    self._thread.start()

  def prepare(self, record):
    """A hook for subclasses."""
    return record

  def handle(self, record):
    """Passes a record to the handlers."""
    record = self.prepare(record)
    for handler in self.handlers:
      if not self.respect_handler_level or record.levelno >= handler.level:
        handler.handle(record)

  def _monitor(self):
    import queue
    has_task_done = hasattr(self.queue, "task_done")
    while True:
      try:
        record = self.dequeue(True)
        if record is self._sentinel:
          if has_task_done:
            self.queue.task_done()
          break
        self.handle(record)
        if has_task_done:
          self.queue.task_done()
      except queue.Empty:
        break

  def enqueue_sentinel(self):
    """Puts the mark of the end into the queue."""
    self.queue.put_nowait(self._sentinel)

  def stop(self):
    """Waits until all records are handled, and ends the thread."""
    self.enqueue_sentinel()
    self._thread.join()
    self._thread = None
