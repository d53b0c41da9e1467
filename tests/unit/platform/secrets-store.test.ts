import { describe, expect, it, vi } from "vitest";
import type { SecretName } from "@/lib/platform/secrets/names";
import { SecretsUnavailable, type Fetched, type SecretProvider } from "@/lib/platform/secrets/provider";
import { SecretStore, type SecretsNote, type StoreOptions } from "@/lib/platform/secrets/store";

const names = ["AUTH_SECRET", "AUTH_SECRET_PREVIOUS", "OPENAI_API_KEY"] as const satisfies SecretName[];
const down = () => new SecretsUnavailable("vault (https://vault) does not answer", true);

/** A provider whose next answers are scripted, the last of which repeats. */
function scripted(...answers: (Fetched["values"] | Error)[]) {
  let reads = 0;
  const held: { release?: () => void } = {};
  const provider: SecretProvider = {
    name: "vault",
    place: "https://vault",
    read: async () => {
      const answer = answers[Math.min(reads++, answers.length - 1)] ?? {};
      if (held.release) await new Promise<void>((resolve) => (held.release = resolve));
      if (answer instanceof Error) throw answer;
      return { values: answer };
    },
  };
  return { provider, held, reads: () => reads };
}

function storeOver(provider: SecretProvider, options: Partial<StoreOptions> = {}) {
  const clock = { now: 1_000_000 };
  const notes: SecretsNote[] = [];
  const store = new SecretStore(provider, names, {
    ttlMs: 60_000,
    base: {},
    check: (_name, value) => (value === "bad" ? "must be good" : null),
    note: (note) => void notes.push(note),
    now: () => clock.now,
    patienceMs: [0, 0],
    ...options,
  });
  return { store, notes, clock };
}

const key = (value: string) => ({ OPENAI_API_KEY: { value } });

describe("the store of secrets", () => {
  it("waits at the start through troubles that pass", async () => {
    const { provider, reads } = scripted(down(), down(), key("one"));
    const { store } = storeOver(provider);
    await store.open();
    expect(store.read("OPENAI_API_KEY")).toBe("one");
    expect(reads()).toBe(3);
  });

  it("fails at the start with what of which provider, at once when waiting does not help", async () => {
    const { provider, reads } = scripted(new SecretsUnavailable("AUTH_SECRET of vault: permission denied", false));
    await expect(storeOver(provider).store.open()).rejects.toThrow("AUTH_SECRET of vault: permission denied");
    expect(reads()).toBe(1);
  });

  it("answers with what it knows while it looks for what is newer", async () => {
    const { provider, held } = scripted(key("one"), key("two"));
    const { store, clock } = storeOver(provider);
    await store.open();
    clock.now += 61_000;
    held.release = () => {};
    expect(store.read("OPENAI_API_KEY")).toBe("one");
    const look = store.refresh();
    expect(store.read("OPENAI_API_KEY")).toBe("one");
    held.release();
    await look;
    expect(store.read("OPENAI_API_KEY")).toBe("two");
  });

  it("does not ask the provider again before the time is up, and once for all who read together", async () => {
    const { provider, reads } = scripted(key("one"));
    const { store, clock } = storeOver(provider);
    await store.open();
    for (let i = 0; i < 5; i++) store.read("OPENAI_API_KEY");
    expect(reads()).toBe(1);
    clock.now += 60_000;
    for (let i = 0; i < 5; i++) store.read("OPENAI_API_KEY");
    await store.refresh();
    expect(reads()).toBe(2);
  });

  it("keeps the last good values while the provider fails, says so, and recovers", async () => {
    const { provider } = scripted(key("one"), down(), key("two"));
    const { store, notes } = storeOver(provider);
    await store.open();
    await store.refresh();
    expect(store.read("OPENAI_API_KEY")).toBe("one");
    expect(store.health()).toMatchObject({ provider: "vault", state: "stale" });
    expect(notes.at(-1)).toMatchObject({ outcome: "failed", reason: /does not answer/ });
    await store.refresh();
    expect(store.read("OPENAI_API_KEY")).toBe("two");
    expect(store.health().state).toBe("fresh");
  });

  it("keeps what was good when a newer value is not, or is gone", async () => {
    const { provider } = scripted(key("one"), key("bad"), {});
    const { store, notes } = storeOver(provider);
    await store.open();
    await store.refresh();
    expect(store.read("OPENAI_API_KEY")).toBe("one");
    expect(notes.at(-1)?.names.at(-1)).toMatchObject({ outcome: "refused", why: "must be good" });
    await store.refresh();
    expect(store.read("OPENAI_API_KEY")).toBe("one");
    expect(notes.at(-1)?.names.at(-1)).toMatchObject({ outcome: "kept" });
  });

  it("lets the previous auth secret be taken away", async () => {
    const { provider } = scripted({ AUTH_SECRET_PREVIOUS: { value: "old" } }, {});
    const { store } = storeOver(provider);
    await store.open();
    expect(store.read("AUTH_SECRET_PREVIOUS")).toBe("old");
    await store.refresh();
    expect(store.read("AUTH_SECRET_PREVIOUS")).toBeUndefined();
  });

  it("falls back on the environment for what the provider does not have", async () => {
    const { provider } = scripted(key("one"));
    const { store } = storeOver(provider, { base: { AUTH_SECRET: "of the environment", OPENAI_API_KEY: "other" } });
    await store.open();
    expect(store.read("AUTH_SECRET")).toBe("of the environment");
    expect(store.read("OPENAI_API_KEY")).toBe("one");
  });

  it("looks anew when a service refuses a value, and not for each refusal", async () => {
    const { provider, reads } = scripted(key("one"), key("two"));
    const { store } = storeOver(provider);
    await store.open();
    expect(await store.refused("OPENAI_API_KEY", "one")).toBe(true);
    expect(store.read("OPENAI_API_KEY")).toBe("two");
    expect(await store.refused("OPENAI_API_KEY", "one")).toBe(true); // an old one was tried: nothing to ask
    expect(await store.refused("OPENAI_API_KEY", "two")).toBe(false);
    expect(await store.refused("OPENAI_API_KEY", "two")).toBe(false);
    expect(reads()).toBe(2);
  });

  it("tells everybody who is refused at the same moment of the other value, by one look", async () => {
    const { provider, reads } = scripted(key("one"), key("two"));
    const { store } = storeOver(provider);
    await store.open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => store.refused("OPENAI_API_KEY", "one")));
    expect(answers).toEqual(Array.from({ length: 20 }, () => true));
    expect(reads()).toBe(2);
  });

  it("looks for one secret though another was refused a moment before", async () => {
    const { provider, reads } = scripted(key("one"), key("one"), key("one"));
    const { store } = storeOver(provider);
    await store.open();
    await store.refused("OPENAI_API_KEY", "one");
    await store.refused("AUTH_SECRET", undefined);
    expect(reads()).toBe(3);
  });

  it("keeps nobody waiting for long who was refused, while the provider says nothing", async () => {
    vi.useFakeTimers();
    const { provider, held } = scripted(key("one"), key("two"));
    const { store } = storeOver(provider);
    await store.open();
    held.release = () => {};
    const answer = store.refused("OPENAI_API_KEY", "one");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await answer).toBe(false);
    vi.useRealTimers();
  });

  it("notes each look by name, version and outcome, and never by value", async () => {
    const leaky = new Error("boom: sk-canary-value");
    const { provider } = scripted(
      { OPENAI_API_KEY: { value: "sk-canary-value", version: "7", madeAt: 940_000 } },
      leaky,
    );
    const { store, notes } = storeOver(provider);
    await store.open();
    await store.refresh();
    expect(notes[0]).toMatchObject({ provider: "vault", occasion: "start", outcome: "read" });
    expect(notes[0]?.names).toContainEqual({ name: "OPENAI_API_KEY", outcome: "read", version: "7", ageS: 60 });
    expect(JSON.stringify(notes)).not.toContain("canary");
  });

  it("counts its reads by secret and outcome", async () => {
    const { provider } = scripted(key("one"), key("two"), down());
    const { store } = storeOver(provider);
    await store.open();
    await store.refresh();
    await store.refresh();
    const line = (outcome: string) => ({ provider: "vault", name: "OPENAI_API_KEY", outcome, count: 1 });
    for (const outcome of ["read", "rotated", "failed"]) expect(store.counts()).toContainEqual(line(outcome));
  });
});
