# Ordinary use, mistakes and corners of logging: createLock, name, hasHandlers, Logger.
import logging, sys, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

buf = io.StringIO()
h = logging.StreamHandler(buf); h.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
print(h.name, h.get_name(), h.level, h.lock is not None, repr(h).startswith('<StreamHandler')); h.name = 'first'; print(h.name, h, logging.getHandlerByName('first') is h if hasattr(logging, 'getHandlerByName') else ''); h.set_name('second'); print(h.get_name())
h.createLock(); h.acquire(); h.release()
log = logging.getLogger('app.mod'); log.addHandler(h); log.setLevel('INFO'); log.propagate = False
log.debug('no'); log.info('yes %d', 5); log.warning('%(a)s', {'a': 1}); log.error('e', extra={'z': 1}); log.log(25, 'custom'); log.critical('%s-%s', 1, 2); log.exception('exc', exc_info=False)
print(buf.getvalue()); buf.truncate(0); buf.seek(0)
ad = logging.LoggerAdapter(log, {'user': 'bob'})
print(ad.hasHandlers(), log.hasHandlers(), logging.getLogger('nohandlers').hasHandlers(), ad.isEnabledFor(10), ad.getEffectiveLevel(), ad.name, repr(ad), repr(log), log, log.parent.name, log.handlers == [h])
h.setFormatter(logging.Formatter('{levelname}|{user}|{message}', style='{')); ad.info('hi'); ad.setLevel(30); ad.info('hidden'); ad.warning('seen', extra={'q': 1})
class Ctx(logging.LoggerAdapter):
    def process(self, msg, kwargs): return f'[{self.extra["id"]}] {msg}', {**kwargs, 'extra': {'user': 'ctx'}}
Ctx(log, {'id': 7}).error('wrapped'); print(buf.getvalue())
err(logging.LoggerAdapter); err(log.setLevel, 'BOGUS'); err(log.setLevel, 1.5); err(log.setLevel, None); err(log.log, 'INFO', 'x'); err(log.info); err(log.info, 'a', bogus=1); err(logging.getLogger, 5); err(logging.Formatter, '%(x)', style='q'); err(logging.Formatter, 'nothing', style='%'); err(logging.Formatter, '{x!z}', style='{'); err(logging.Formatter, '$', style='$'); err(logging.Formatter, '%(asctime)Z'); err(h.setLevel, 'x'); err(log.error, 'x', extra={'message': 1}); err(log.error, 'x', extra={'name': 1}); err(log.addFilter, 5) ; log.filters.clear(); err(logging.basicConfig, bogus=1); err(logging.basicConfig, handlers=[], stream=sys.stdout); err(logging.basicConfig, level='NOPE', force=True); err(logging.StreamHandler, 1, 2); err(logging.FileHandler, '/no/such/x'); err(logging.Logger); err(logging.disable, 'x'); err(logging.addLevelName); err(logging.setLoggerClass, int); err(logging.setLogRecordFactory)
class MyF(logging.Filter):
    def filter(self, r): return 'drop' not in r.getMessage()
log.addFilter(MyF()); log.addFilter(lambda r: r.levelno >= 30); h.setFormatter(None); buf.truncate(0); buf.seek(0); log.warning('keep'); log.warning('drop it'); log.info('low'); print(buf.getvalue())
child = log.getChild('kid'); print(child.name, child.parent is log, log.getChild('kid') is child, logging.getLogger('app').level, child.getEffectiveLevel(), logging.getLevelName(25), logging.getLevelName('INFO'), logging.getLevelName('zz'), logging.root.name, logging.getLogger() is logging.root)
logging.addLevelName(25, 'NOTICE'); print(logging.getLevelName(25), logging.getLevelNamesMapping()['NOTICE']); rec = logging.LogRecord('n', 20, '/p/f.py', 3, 'm %s', ('a',), None); print(rec, rec.getMessage(), rec.filename, rec.module, logging.makeLogRecord({'msg': 'x', 'zz': 1}).zz)
sys.stderr = sys.stdout; logging.raiseExceptions = True; log.filters.clear(); log.warning('bad %d', 'x') if 0 else None; logging.raiseExceptions = False; log.warning('bad %d', 'x'); logging.getLogger('last').warning('last resort'); logging.captureWarnings(True); import warnings; logging.captureWarnings(False); h.close(); print(log.removeHandler(h), log.handlers)
