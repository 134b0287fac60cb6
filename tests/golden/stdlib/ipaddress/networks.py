# Networks and interfaces: members, parts, sums.
import ipaddress
from ipaddress import ip_address, ip_interface, ip_network

for text in ("192.0.2.0/29", "10.0.0.0/8", "192.168.1.5/32", "10.0.0.0/31", "2001:db8::/125", "::1/128", "fe80::/10", "172.16.0.0/255.240.0.0", "1.2.3.0/0.0.0.255"):
  network = ip_network(text)
  print(repr(network), network.network_address, network.broadcast_address, network.netmask, network.hostmask, network.num_addresses)
  print("  ", network.with_prefixlen, network.with_netmask, network.with_hostmask, network.exploded, network.reverse_pointer)
  print("  ", network.is_private, network.is_global, network.is_link_local, network.is_loopback, network.is_multicast, network.is_reserved)
  if network.num_addresses <= 8:
    print("  ", list(map(str, network)), list(map(str, network.hosts())))

network = ip_network("192.168.0.0/24")
print(ip_address("192.168.0.77") in network, ip_address("10.0.0.1") in network, network[0], network[-1], network[10])
print(list(network.subnets(new_prefix=26)), list(network.subnets(prefixlen_diff=1)), network.supernet(), network.supernet(new_prefix=16))
print(list(map(str, network.address_exclude(ip_network("192.168.0.64/28")))))
print(network.overlaps(ip_network("192.168.0.128/25")), network.overlaps(ip_network("10.0.0.0/8")))
print(ip_network("192.168.0.0/25").subnet_of(network), network.supernet_of(ip_network("192.168.0.0/25")), network.subnet_of(ip_network("0.0.0.0/0")))
print(network.compare_networks(ip_network("192.168.0.0/25")), network.compare_networks(ip_network("192.168.1.0/24")), network < ip_network("192.168.1.0/24"))
print(ip_network("10.1.2.3/8", strict=False), ip_network(("10.0.0.0", 8)), ip_network(("10.0.0.0", "255.0.0.0")), ip_network(167772160))

interface = ip_interface("192.0.2.5/24")
print(repr(interface), interface.ip, interface.network, interface.netmask, interface.with_netmask, interface.with_hostmask, interface.with_prefixlen)
print(interface == ip_interface("192.0.2.5/24"), interface == ip_address("192.0.2.5"), interface < ip_interface("192.0.2.6/24"), interface + 1)
print(repr(ip_interface("2001:db8::1/64")), ip_interface("fe80::1%eth0/64"))

print(list(ipaddress.summarize_address_range(ip_address("192.0.2.0"), ip_address("192.0.2.130"))))
print(list(ipaddress.collapse_addresses(map(ip_network, ("192.0.2.0/25", "192.0.2.128/25", "10.0.0.0/9", "10.0.0.0/8", "10.128.0.0/9", "7.7.7.7/32")))))
print(list(ipaddress.collapse_addresses([ip_address(f"10.0.0.{number}") for number in (1, 2, 3, 4, 5, 9)])))
print(sorted([ip_network("10.0.0.0/8"), ip_address("9.9.9.9"), ip_network("::/0"), ip_address("10.0.0.0")], key=ipaddress.get_mixed_type_key))
print(len({network, ip_network("192.168.0.0/24"), interface, ip_interface("192.0.2.5/24")}))
