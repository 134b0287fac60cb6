# Constants are members of enumerations, whichever way they are asked for.
import socket
import socketserver
from http.server import BaseHTTPRequestHandler

print(repr(socket.AF_INET), repr(socket.SOCK_STREAM), socket.AddressFamily, socket.MSG_PEEK | socket.MSG_OOB)
print("AF_INET" in dir(socket), "AF_INET" in socket.__all__, hasattr(socket, "AF_NOTHING"))
left, right = socket.socketpair()
with left, right:
    print(repr(left.family), repr(left.type), repr(left.dup().family))

from socket import *

print(repr(AF_UNIX), repr(AI_PASSIVE), SocketKind(2))
print(repr(socketserver.TCPServer.address_family), repr(socketserver.ThreadingUDPServer.socket_type))
print(repr(socketserver.UnixStreamServer.address_family), socketserver.selectors.__name__, socketserver.threading.__name__)
print(BaseHTTPRequestHandler.MessageClass, BaseHTTPRequestHandler.responses[404])
