export const profiles = ["development", "demo", "test", "preview", "staging", "production"] as const;
export type Profile = (typeof profiles)[number];

/** Profiles that may run on embedded parts, with the identity provider of this machine. */
export function isLocalProfile(profile: Profile): boolean {
  return profile === "development" || profile === "demo" || profile === "test";
}
