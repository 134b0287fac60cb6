# Ordinary use, mistakes and corners of http: HTTPMethod, HTTPStatus.
import http; from http import HTTPStatus, HTTPMethod

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(HTTPStatus.OK, HTTPStatus(404), HTTPStatus.NOT_FOUND.phrase, HTTPStatus.NOT_FOUND.description, int(HTTPStatus.OK), HTTPStatus.OK == 200, f'{HTTPStatus.OK}', f'{HTTPStatus.OK:d}', repr(HTTPStatus.OK), HTTPStatus['IM_A_TEAPOT'].value, HTTPStatus.OK.name, len(HTTPStatus), HTTPStatus.OK + 1, HTTPStatus.OK < HTTPStatus.CREATED, isinstance(HTTPStatus.OK, int), HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE.phrase)
for s in HTTPStatus: print(s.value, s.name, s.phrase, '|', s.description)
for bad in (999, '200', None, 200.0, True, -1, [200]): err(HTTPStatus, bad)
err(lambda: HTTPStatus['NOPE']); err(lambda: HTTPStatus.NOPE); err(setattr, HTTPStatus.OK, 'phrase', 'x') ; err(setattr, HTTPStatus, 'OK', 1)
print(HTTPMethod.GET, list(HTTPMethod), HTTPMethod.POST.description, HTTPMethod('PUT'), HTTPMethod.GET == 'GET', repr(HTTPMethod.PATCH), HTTPMethod.DELETE.value, f'{HTTPMethod.HEAD:>6}', HTTPMethod.GET.lower(), 'GET' in HTTPMethod.__members__)
for bad in ('get', 'FOO', 5, None, b'GET'): err(HTTPMethod, bad)
print([m.description for m in HTTPMethod]); import pickle, json; print(pickle.loads(pickle.dumps(HTTPStatus.OK)) is HTTPStatus.OK, json.dumps([HTTPStatus.OK, HTTPMethod.GET]), {HTTPStatus.OK: 1}[200], sorted([HTTPStatus(500), HTTPStatus(200)])[0], hash(HTTPStatus.OK) == hash(200), http.__all__, HTTPStatus.__doc__ is not None, HTTPStatus.OK.real, HTTPStatus.CONTINUE.bit_length(), HTTPStatus(200) is HTTPStatus.OK)
match HTTPStatus(301):
    case HTTPStatus.MOVED_PERMANENTLY: print('moved')
print([s.name for s in HTTPStatus if 300 <= s < 310], HTTPStatus.OK.is_success if hasattr(HTTPStatus.OK, 'is_success') else 'no is_success')
