import { BlockList, isIP } from "node:net";

const v4 = (list: BlockList, ...nets: [string, number][]) =>
  nets.forEach(([net, bits]) => list.addSubnet(net, bits, "ipv4"));
const v6 = (list: BlockList, ...nets: [string, number][]) =>
  nets.forEach(([net, bits]) => list.addSubnet(net, bits, "ipv6"));

/** Never a server of anybody's: this network, link-local with every cloud's metadata address, multicast, broadcast. */
const never = new BlockList();
v4(never, ["0.0.0.0", 8], ["169.254.0.0", 16], ["192.0.0.0", 24], ["224.0.0.0", 4], ["240.0.0.0", 4]);
never.addAddress("100.100.100.200", "ipv4");
v6(never, ["::", 128], ["fe80::", 10], ["ff00::", 8], ["fd00:ec2::254", 128]);

/** Reachable from inside only, or reserved. Source: IANA's special-purpose address registries. */
const inside = new BlockList();
v4(
  inside,
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
);
v6(inside, ["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]);

/** The only IPv6 addresses given out to be reached by everybody; what wraps an IPv4 address lies outside it. */
const everywhere = new BlockList();
v6(everywhere, ["2000::", 3]);

/**
 * Whether a connection to this address may be made. `allowPrivate` opens what lies inside, for a host an operator has named; what is
 * nobody's server stays shut. Anything but an address in plain notation is refused.
 */
export function mayConnect(address: string, allowPrivate: boolean): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/iu, "");
  // A mapped address is what it wraps when a socket reports it, and refused where it was written so.
  if (plain !== address) return allowPrivate && mayConnect(plain, true);
  const family = isIP(address);
  if (family === 0 || address.includes("%")) return false;
  const kind = family === 4 ? "ipv4" : "ipv6";
  if (never.check(address, kind)) return false;
  if (family === 6 && !everywhere.check(address, kind)) return allowPrivate && isOwnIpv6(address);
  return allowPrivate || !inside.check(address, kind);
}

const own = new BlockList();
v6(own, ["::1", 128], ["fc00::", 7]);
const isOwnIpv6 = (address: string) => own.check(address, "ipv6");
