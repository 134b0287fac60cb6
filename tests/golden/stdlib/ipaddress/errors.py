# What is no address, network or interface.
import ipaddress
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network


def tell(function, *arguments, **options):
  try:
    print(function(*arguments, **options))
  except Exception as error:
    print(f"{type(error).__name__}: {error}")


for text in ("", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.04", "1.2..4", "a.b.c.d", "1.2.3.4444", "1.2.3.4/5", "::1", "1.2.3.-4"):
  tell(IPv4Address, text)
for text in ("", "1:2", "1:2:3:4:5:6:7:8:9", "1::2::3", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "1:2:3:4:5:6:7", "g::", "12345::", "1:2:3:4::5:6:7:8",
             "::1.2.3", "::1/64", "fe80::1%", "fe80::1%a%b", ":::"):
  tell(IPv6Address, text)
for value in (-1, 1 << 32, b"\1\2", b"\1" * 5):
  tell(IPv4Address, value)
for text in ("10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/a", "10.0.0.0/255.0.255.0", "10.0.0.0/8/9", "10.0.0.0/-1"):
  tell(IPv4Network, text)
for text in ("::/129", "::1/64", "::/x"):
  tell(IPv6Network, text)
for function in (ipaddress.ip_address, ipaddress.ip_network, ipaddress.ip_interface):
  tell(function, "nonsense")
tell(lambda: IPv4Address("1.2.3.4") < IPv6Address("::"))
tell(lambda: IPv4Address("1.2.3.4") < IPv4Network("1.2.3.0/24"))
tell(lambda: IPv4Address("1.2.3.4") + "1")
tell(lambda: IPv4Address("255.255.255.255") + 1)
tell(lambda: IPv4Network("10.0.0.0/30")[4])
tell(lambda: list(IPv4Network("10.0.0.0/30").subnets(new_prefix=29)))
tell(lambda: list(IPv4Network("10.0.0.0/30").subnets(prefixlen_diff=3)))
tell(lambda: list(IPv4Network("10.0.0.0/30").subnets(prefixlen_diff=2, new_prefix=31)))
tell(lambda: IPv4Network("10.0.0.0/8").supernet(new_prefix=9))
tell(lambda: IPv4Network("10.0.0.0/8").supernet(prefixlen_diff=9))
tell(lambda: list(IPv4Network("10.0.0.0/8").address_exclude(IPv4Network("11.0.0.0/8"))))
tell(lambda: IPv4Network("10.0.0.0/8").subnet_of(IPv6Network("::/0")))
tell(lambda: list(ipaddress.summarize_address_range(IPv4Address(2), IPv4Address(1))))
tell(lambda: list(ipaddress.summarize_address_range(IPv4Network("10.0.0.0/8"), IPv4Address(1))))
tell(lambda: list(ipaddress.collapse_addresses([IPv4Address(1), IPv6Address(1)])))
tell(ipaddress.v4_int_to_packed, 1 << 32)
tell(ipaddress.v6_int_to_packed, -1)
print(issubclass(ipaddress.AddressValueError, ValueError), issubclass(ipaddress.NetmaskValueError, ValueError))
