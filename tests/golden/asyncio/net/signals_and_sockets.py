# Signal handlers of the loop while it waits for sockets.
import asyncio, os, signal, threading, socket
async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    got = loop.create_future()
    def on():
        print("signal")
        b.send(b"from handler")
    loop.add_signal_handler(signal.SIGUSR1, on)
    threading.Timer(0.02, os.kill, (os.getpid(), signal.SIGUSR1)).start()
    print(await loop.sock_recv(a, 100))
    print(loop.remove_signal_handler(signal.SIGUSR1))
    a.close(); b.close()
asyncio.run(main())
