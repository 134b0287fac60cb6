"""multiprocessing.connection: Listener and Client over sockets of both families, with and without a key."""
import multiprocessing
import os
import threading
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener, wait


def talk(address, authkey):
    with Client(address, authkey=authkey) as connection:
        connection.send({"from": "child", "numbers": [1, 2.5, None]})
        connection.send_bytes(b"x" * 100000)
        connection.send(["received", connection.recv()])


def main():
    for family, authkey in (("AF_INET", b"secret"), ("AF_UNIX", b"secret"), ("AF_INET", None), (None, None)):
        with Listener(family=family, authkey=authkey) as listener:
            print(type(listener.address).__name__, listener.last_accepted)
            child = multiprocessing.Process(target=talk, args=(listener.address, authkey))
            child.start()
            with listener.accept() as connection:
                print(connection.recv(), len(connection.recv_bytes()), type(connection).__name__)
                connection.send(("hello", 1))
                print(wait([connection], 10) == [connection], connection.poll(), connection.recv())
                try:
                    connection.recv()
                except EOFError:
                    print("EOF")
            child.join()
            print(type(listener.last_accepted).__name__, child.exitcode)
    with Listener() as listener:
        path = listener.address
        print(os.path.exists(path))
    print(os.path.exists(path))
    for address, authkey in ((("localhost", 0), "text"), (5, None)):
        try:
            Listener(address, authkey=authkey)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        Listener(family="AF_NO")
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)

    with Listener(("127.0.0.1", 0), authkey=b"right") as listener:
        def connect():
            try:
                Client(listener.address, authkey=b"wrong")
            except AuthenticationError as error:
                print("client:", error)

        thread = threading.Thread(target=connect)
        thread.start()
        try:
            listener.accept()
        except AuthenticationError as error:
            thread_error = error
        thread.join()
        print("listener:", thread_error)
    try:
        listener.accept()
    except OSError as error:
        print(error)
    try:
        Client("/no/such/socket")
    except FileNotFoundError as error:
        print(type(error).__name__)


if __name__ == "__main__":
    main()
