# Ordinary use, mistakes and corners of unittest.mock: patch, call_count, assert_called, NonCallableMock.
from unittest import mock; from unittest.mock import patch, MagicMock, NonCallableMock

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class Api:
    url = 'http://real'
    def get(self, path): return f'real {path}'
    @staticmethod
    def ping(): return 'real ping'
with patch.object(Api, 'get', return_value='fake') as g:
    print(Api().get('/x'), g.call_count, g.called, g.call_args); g.assert_called(); g.assert_called_once_with('/x')
print(Api().get('/x'))
with patch.object(Api, 'get', autospec=True) as g: Api().get('p'); print(g.call_args[0][1:], g.call_count); err(Api().get); err(Api().get, 1, 2)
@patch('__main__.Api.ping', side_effect=[1, 2, ValueError('end')])
@patch.object(Api, 'url', 'http://fake')
def t(ping): print(Api.url, Api.ping(), Api.ping()); err(Api.ping); print(ping.call_count, ping.mock_calls)
t(); print(Api.url, Api.ping())
with patch.dict('os.environ', {'COIL_X': '1'}, clear=False): import os; print(os.environ['COIL_X'])
print('COIL_X' in os.environ); p = patch('__main__.Api.url', new='started'); print(p.start(), Api.url, p.stop(), Api.url); err(p.stop) ; err(patch('__main__.Api.nope').start); err(patch, 'nodots'); err(patch.object, Api); err(patch.object(Api, 'zz').start); err(patch.object(Api, 'url', new=1, autospec=True).start); err(patch('__main__.Api', spec=True, autospec=True).start)
with patch('__main__.Api.created', 'new', create=True): print(Api.created)
with patch.multiple(Api, url='m', ping=mock.DEFAULT) as d: print(Api.url, sorted(d), Api.ping is d['ping'])
m = MagicMock(name='svc'); m.users.get.return_value.name = 'bob'; print(m.users.get(1).name, m.users.get.call_count, m.mock_calls, m.method_calls, m['k'] is m['j'], len(m), list(m), bool(m), int(m), str(m)[:20]); m.__str__.return_value = 'S'; m.__getitem__.side_effect = lambda k: k * 2; m.__contains__.return_value = True; m.__eq__.return_value = False; print(str(m), m[3], 'x' in m, m == m, m + 1 if 0 else ''); err(lambda: m < 1); err(lambda: m.assret_called); err(lambda: m.assert_something)
n = NonCallableMock(spec=Api); print(isinstance(n, Api), n.get.call_count, callable(n)); err(n); err(lambda: n.post); n.get('a'); n.get.assert_called(); n.get.assert_called_with('a'); err(n.get.assert_called_with, 'b'); err(n.get.assert_not_called); err(n.ping.assert_called); err(n.ping.assert_called_once); n.get('b'); err(n.get.assert_called_once); err(n.get.assert_any_call, 'z'); n.get.assert_has_calls([mock.call('a'), mock.call('b')]); err(n.get.assert_has_calls, [mock.call('b'), mock.call('a')]); n.reset_mock(); print(n.get.call_count)
