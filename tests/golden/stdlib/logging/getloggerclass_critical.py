# Ordinary use, mistakes and corners of logging: getLoggerClass, critical, warning, usesTime.
import logging, io, sys

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class MyLogger(logging.Logger):
    def trace(self, msg, *a): self.log(5, msg, *a)
print(logging.getLoggerClass()); logging.setLoggerClass(MyLogger); print(logging.getLoggerClass().__name__, type(logging.getLogger('mine')).__name__); logging.setLoggerClass(logging.Logger); err(logging.setLoggerClass, dict); err(logging.getLoggerClass, 1)
buf = io.StringIO(); h = logging.StreamHandler(buf); log = logging.getLogger('mine'); log.addHandler(h); log.propagate = False; log.setLevel(1)
fmt = logging.Formatter('%(levelname)-8s %(name)s %(message)s [%(custom)s]', defaults={'custom': 'dflt'}); h.setFormatter(fmt); print(fmt.usesTime(), logging.Formatter('%(asctime)s').usesTime(), logging.Formatter('{asctime}', style='{').usesTime(), logging.Formatter('$asctime $message', style='$').usesTime(), logging.Formatter().usesTime(), logging.PercentStyle('%(asctime)s x').usesTime())
log.critical('boom %s', 1); log.critical('with extra', extra={'custom': 'E'}); log.trace('t %d', 3); log.fatal('f') if 0 else None
ad = logging.LoggerAdapter(log, {'custom': 'AD'}); ad.warning('warn %s', 'x'); ad.critical('c'); ad.info('i', extra={'ignored': 1}); ad.log(30, 'l'); ad.debug('d'); ad.error('e'); ad.exception('no exc', exc_info=False)
try: 1 / 0
except ZeroDivisionError: log.critical('failed', exc_info=True, stack_info=False); ad.exception('adapter')
import re; print(re.sub(r'File ".*?", line \d+', 'File', buf.getvalue()))
err(log.critical); err(log.critical, 'm', bogus=1); err(ad.warning); err(fmt.usesTime, 1); err(logging.Formatter, 5); err(logging.Formatter, '{x', style='{'); err(logging.Formatter, '%(message)s', validate='x', style='bad'); err(log.log, 'x', 'y'); err(log.setLevel, '5'); err(log.handle, 5); err(log.makeRecord, 'n'); err(log.addHandler); err(log.removeHandler, 5); err(log.getChild); err(log.warning, '%d', 'x') if 0 else None
buf.truncate(0); buf.seek(0); log.setLevel(logging.ERROR); print(log.isEnabledFor(30), log.isEnabledFor(50), log.getEffectiveLevel(), logging.getLevelName(log.level)); log.warning('hidden'); log.critical('seen'); log.disabled = True; log.critical('disabled'); log.disabled = False; logging.disable(logging.CRITICAL); log.critical('off'); logging.disable(logging.NOTSET); log.critical('on again'); print(buf.getvalue())
f = logging.Formatter('%(asctime)s|%(message)s', datefmt='%Y'); r = logging.makeLogRecord({'created': 0, 'msg': 'm', 'msecs': 7}); f.converter = __import__('time').gmtime; print(f.format(r), f.formatTime(r), f.formatTime(r, '%H:%M')); f2 = logging.Formatter('%(asctime)s'); f2.converter = f.converter; print(f2.format(r), f2.default_time_format, f2.default_msec_format); r.exc_text = 'cached'; print(repr(logging.Formatter('%(message)s').format(r)))
class JsonF(logging.Formatter):
    def format(self, rec): return f'{{"lvl": "{rec.levelname}", "msg": "{rec.getMessage()}"}}'
h.setFormatter(JsonF()); buf.truncate(0); buf.seek(0); log.error('j %s', 'son'); print(buf.getvalue(), logging.Formatter('{levelname:>10}|{message}', style='{').format(logging.makeLogRecord({'levelname': 'X', 'msg': 'y'})), logging.BASIC_FORMAT, logging.lastResort.level, logging.root.level, log.manager is logging.root.manager, 'mine' in logging.root.manager.loggerDict, logging.getLogger('mine.sub.leaf').parent is log, log.getChild('sub').name)
