# Ordinary use, mistakes and corners of unittest.mock: NonCallableMagicMock, call_count, attach_mock, AsyncMock.
from unittest import mock

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

m = mock.NonCallableMock(name='thing')
print(m, m.return_value, m.called, m.call_count) if 0 else print(m.called, m.call_count, callable(m), callable(mock.Mock()))
err(m)
f = mock.Mock(return_value=5, name='f')
print(f(1, a=2), f.return_value, f.called, f.call_args, f.call_args.args, f.call_args.kwargs, f.call_count, f.mock_calls)
f.return_value = 7
print(f(), f.call_args_list)
err(f.assert_called_once)
err(f.assert_not_called)
err(f.assert_called_with, 3)
err(f.assert_called_once_with, 3)
err(f.assert_any_call, 9, z=1)
err(f.assert_has_calls, [mock.call(1), mock.call(8)])
g = mock.Mock()
err(g.assert_called)
err(g.method.assert_called)
err(g.assert_called_with, 1)
err(g.assert_called_once_with, 1)
err(g.assert_any_call, 1)
print(f.assert_called(), f.assert_any_call(1, a=2), f.reset_mock(), f.called, f.call_args, f.return_value)
err(lambda: g.assert_foo)
err(lambda: g.called_once_with) if 0 else None
f.side_effect = [1, ValueError('ve'), 3]
print(f()); err(f); print(f()); err(f)
f.side_effect = KeyError('k'); err(f)
f.side_effect = lambda *a: mock.DEFAULT; print(f(1))
class Real:
    attr = 1
    def meth(self, a, b=2): pass
    async def co(self): pass
s = mock.Mock(spec=Real)
print(isinstance(s, Real), s.meth(1), s.attr) if 0 else print(isinstance(s, Real))
err(lambda: s.nope)
s.newattr = 3
ss = mock.Mock(spec_set=Real)
err(setattr, ss, 'newattr', 3)
a = mock.create_autospec(Real)
err(a.meth)
err(a().meth, 1, 2, 3)
err(a().meth, 1, c=3)
err(a().nope) if 0 else err(lambda: a().nope)
print(a().meth(1)._mock_name if 0 else a().meth.called)
n = mock.NonCallableMagicMock(); n.__len__.return_value = 4
print(len(n), n.__len__.called, bool(n), list(mock.MagicMock()), int(mock.MagicMock()), mock.MagicMock()[1] is not None)
err(len, m)
m.child.return_value = 'rv'; print(m.child(3), m.method_calls, m.mock_calls, m.child.called)
with mock.patch('os.getcwd', return_value='/fake') as p:
    import os; print(os.getcwd(), p.called, p.assert_called_once())
err(mock.patch('nomodule_x.y').start)
err(mock.patch, 'plain')
err(mock.patch.object(Real, 'zz').start)
with mock.patch.dict({'a': 1}) as d: print(d)
print(mock.call(1, b=2).foo('x'), mock.call.a.b(1), mock.call(1) == mock.call(1), mock.call(1) == ((1,),), mock.ANY == 5, mock.sentinel.x, mock.seal(f))
err(lambda: f.newthing)
o = mock.mock_open(read_data='l1\nl2\n'); print(o('x').read(), [l for l in o('x')])
p = mock.PropertyMock(return_value=3)
type(g).prop = p; print(g.prop, p.mock_calls)
err(setattr, g, 'prop', 4); print(p.mock_calls)
import asyncio
am = mock.AsyncMock(return_value=3)
async def go():
    print(await am(1), am.await_count, am.await_args, am.assert_awaited_once_with(1), am.assert_awaited()); err(am.assert_not_awaited); err(am.assert_awaited_with, 2); am.side_effect = [1, ValueError('v')]; print(await am())
    try: await am()
    except ValueError as e: print(repr(e))
    try: await am()
    except StopAsyncIteration as e: print('sai', e)
    am.reset_mock(); print(am.await_count, am.await_args); mm = mock.MagicMock(); mm.__aenter__.return_value = 'in'
    async with mm as v: print(v)
    mm.__aiter__.return_value = [1, 2]; print([x async for x in mm])
asyncio.run(go())
man = mock.Mock(); c1, c2 = mock.Mock(), mock.Mock(); man.attach_mock(c1, 'one'); man.attach_mock(c2, 'two'); c1(1); c2.x(2); print(man.mock_calls, man.call_count, man.method_calls); err(man.attach_mock, 5, 'q'); man.reset_mock(); print(man.mock_calls, c1.call_count); n = mock.NonCallableMagicMock(spec=list); print(n.append, isinstance(n, list), len(n)) if 0 else print(isinstance(n, list), len(n), list(n)); err(lambda: n.nope); err(lambda: n()); print(mock.NonCallableMagicMock(name='nm').foo.call_count, mock.Mock(spec=['a']).a.called); err(lambda: mock.Mock(spec=['a']).b); m3 = mock.Mock(side_effect=iter([1])); m3(); m3.reset_mock(return_value=True, side_effect=True); print(m3.side_effect, m3.call_count, mock.Mock(a=1, **{'b.c': 2}).b.c, mock.Mock(wraps=len)([1, 2]))
