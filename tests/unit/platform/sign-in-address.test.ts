import { beforeEach, describe, expect, it, vi } from "vitest";
import { startSignIn } from "@/lib/platform/auth/sign-in";

const provider = vi.hoisted(() => ({ address: "" }));
const settings = vi.hoisted(() => ({
  authUrl: "https://practice.example.com",
  local: false,
  authPrivateHosts: ["idp.inside"],
  oidc: { issuer: "https://login.example.com" },
}));
vi.mock("next-auth", () => ({ default: () => ({ signIn: async () => provider.address }) }));
vi.mock("@/lib/platform/auth/node", () => ({ configFor: async () => ({}) }));
vi.mock("@/lib/platform/env", () => ({ env: () => settings }));

const connectionId = "00000000-0000-4000-8000-000000000001";
const leadsTo = async (address: string, from: Parameters<typeof startSignIn>[0] = { connectionId }) => {
  provider.address = address;
  return startSignIn(from);
};
const refused = expect.objectContaining({ code: "dependency_unavailable" }) as unknown;

describe("the address a sign-in leads the browser to", () => {
  beforeEach(() => {
    settings.local = false;
    settings.oidc.issuer = "https://login.example.com";
  });

  it.each([
    "javascript:alert(document.cookie)//",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://practice.example.com/x",
    "ftp://idp.inside/authorize",
    "http://login.example.com/authorize?client_id=x",
    "http://localhost:4000/authorize",
    "//",
  ])("is never %s, whatever its provider says", async (address) => {
    await expect(leadsTo(address)).rejects.toEqual(refused);
    await expect(leadsTo(address, {})).rejects.toEqual(refused);
  });

  it.each([
    "https://login.example.com/authorize?client_id=x&state=y",
    "http://idp.inside/authorize?client_id=x",
    "https://practice.example.com/sign-in/refused?error=Configuration",
  ])("may be %s", async (address) => {
    expect(await leadsTo(address)).toBe(address);
  });

  it("may lie on this machine where everything does", async () => {
    settings.local = true;
    expect(await leadsTo("http://localhost:4000/authorize")).toBe("http://localhost:4000/authorize");
    await expect(leadsTo("http://login.example.com/authorize")).rejects.toEqual(refused);
  });

  it("is as open as the issuer that whoever runs the deployment chose, and no tenant's", async () => {
    settings.oidc.issuer = "http://keycloak:8080/realms/x";
    expect(await leadsTo("http://keycloak:8080/authorize", {})).toBe("http://keycloak:8080/authorize");
    await expect(leadsTo("http://keycloak:8080/authorize")).rejects.toEqual(refused);
    await expect(leadsTo("javascript:alert(1)", {})).rejects.toEqual(refused);
  });
});
