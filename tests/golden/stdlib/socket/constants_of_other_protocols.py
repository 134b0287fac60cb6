# Constants beside those of the Internet: machines and processes of the system, cars, kernels, clusters.
import _socket
import socket

print(socket.SOL_UDP, socket.SOL_TCP, socket.SOL_IP, _socket.SocketType is _socket.socket)
for word in ("ALG_", "CAN_", "CAN_BCM_", "J1939_", "NETLINK_", "PACKET_", "TIPC_", "VMADDR_", "VM_", "UDPLITE_", "SOL_", "SCM_", "PF_", "AF_", "SO_VM", "SO_J"):
  print(*[f"{name}={int(getattr(socket, name))}" for name in sorted(dir(socket)) if name.startswith(word)])
print(repr(socket.AF_VSOCK), repr(socket.AF_CAN), socket.VMADDR_CID_ANY == 2**32 - 1, socket.IOCTL_VM_SOCKETS_GET_LOCAL_CID)
