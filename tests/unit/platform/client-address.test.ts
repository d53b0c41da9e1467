import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/platform/http/request-id";

const seen = (chain: string, hops: number) => clientAddress(new Headers({ "x-forwarded-for": chain }), hops);

describe("the caller's address", () => {
  it("is nobody's word when no proxy is trusted", () => {
    expect(seen("203.0.113.9", 0)).toBeNull();
    expect(clientAddress(new Headers(), 1)).toBeNull();
  });

  it.each([
    ["203.0.113.9", 1],
    ["198.51.100.1, 203.0.113.9", 1],
    ["127.0.0.1, ::1, 198.51.100.1, 203.0.113.9", 1],
    ["198.51.100.1, 203.0.113.9, 10.0.0.1", 2],
    ["198.51.100.1, 203.0.113.9, 10.0.0.1, 10.0.0.2", 3],
  ])("is what the outermost trusted proxy saw, whatever stands before it: %s with %i", (chain, hops) => {
    expect(seen(chain, hops)).toBe("203.0.113.9");
  });

  it("is unknown when fewer proxies have spoken than are trusted", () => {
    expect(seen("203.0.113.9", 2)).toBeNull();
    expect(seen("", 1)).toBeNull();
  });

  it.each(["unknown", "_hidden", "203.0.113", "203.0.113.999", "0x7f.1", "localhost", "<script>", "203.0.113.9 evil"])(
    "is unknown where none stands: %s",
    (entry) => {
      expect(seen(entry, 1)).toBeNull();
    },
  );

  it.each([
    ["203.0.113.9:4711", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["[::ffff:203.0.113.9]:443", "203.0.113.9"],
    ["::ffff:cb00:7109", "203.0.113.9"],
  ])("is one in each of its spellings: %s", (entry, address) => {
    expect(seen(entry, 1)).toBe(address);
  });

  it("is of IPv6 the network of one household or host, so that nobody has as many as they like", () => {
    const own = [
      "2001:db8:1:2::1",
      "2001:db8:1:2:ffff:ffff:ffff:ffff",
      "[2001:db8:1:2::7]:443",
      "2001:DB8:1:2::7%eth0",
    ];
    expect(new Set(own.map((entry) => seen(entry, 1))).size).toBe(1);
    expect(seen("2001:db8:1:3::1", 1)).not.toBe(seen("2001:db8:1:2::1", 1));
  });
});
