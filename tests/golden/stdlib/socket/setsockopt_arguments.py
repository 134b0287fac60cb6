# Wrong arguments of socket.setsockopt().
import socket
with socket.socket() as s:
    for args in ((), (1,), (1, 2), (1, 2, 3, 4, 5), (1, 2, None), (1, 2, "x"), ("a", 2, 3), (1, 2, None, "x"), (1, 2, 3, 4), (1, 2, 1.5)):
        try:
            s.setsockopt(*args)
        except TypeError as e:
            print(args, e)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
    try:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, None, 4)
    except OSError as e:
        print(e)
