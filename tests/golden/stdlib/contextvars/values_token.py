# Ordinary use, mistakes and corners of contextvars: values, Token, Context, keys.
import contextvars as c, asyncio

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

v = c.ContextVar('v', default=1); w = c.ContextVar('w'); print(v.get(), v.name, w.get('fb'), v.get(5)); err(w.get); err(w.get, 1, 2); t = v.set(10); print(v.get(), t.old_value is c.Token.MISSING, t.var is v, type(t).__name__, c.Token.MISSING, repr(v)[:22]); t2 = v.set(20); print(t2.old_value, v.reset(t2), v.get(), v.reset(t), v.get()); err(v.reset, t); err(v.reset, 5); err(w.reset, v.set(1)); err(v.set); err(c.ContextVar); err(c.ContextVar, 5); err(c.ContextVar, 'x', bogus=1); err(c.Token); err(lambda: v.nope); print(c.ContextVar[int], c.Token[int] is not None)
ctx = c.copy_context(); print(ctx.run(v.get), ctx.run(lambda: (v.set(99), v.get())[1]), v.get(), ctx[v], v in ctx, w in ctx, ctx.get(w), ctx.get(w, 'd'), len(ctx) >= 1, [k.name for k in ctx.keys()], list(ctx.values()), [(k.name, x) for k, x in ctx.items()], [k.name for k in ctx], ctx.copy()[v], ctx == ctx, ctx == c.Context(), isinstance(ctx, __import__('collections').abc.Mapping))
err(lambda: ctx[w]); err(lambda: ctx['x']); err(lambda: 'x' in ctx); err(ctx.get, 'x'); err(ctx.get); err(ctx.run); err(ctx.run, 5); err(ctx.run, lambda: 1 / 0); err(ctx.run, ctx.run, print); err(c.Context, 1); err(c.copy_context, 1); err(lambda: ctx.__setitem__(v, 1)); err(hash, ctx) ; e = c.Context(); print(e.run(v.get), len(e), e.run(lambda a, *, b: a + b, 1, b=2), list(e)); tok = e.run(v.set, 7); print(e[v]); err(v.reset, tok); print(e.run(v.reset, tok), v in e)
async def child(n): v.set(n); await asyncio.sleep(0); return v.get()
async def main():
    v.set('main'); print(await asyncio.gather(child(1), child(2)), v.get()); print(await child(3), v.get()); x = c.copy_context(); t = asyncio.create_task(child('ctx'), context=x); print(await t, x[v], v.get()); loop = asyncio.get_running_loop(); f = loop.create_future(); loop.call_soon(lambda: f.set_result(v.get()), context=x); print(await f, await asyncio.to_thread(v.get))
asyncio.run(main()); print(v.get())
