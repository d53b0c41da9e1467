import type { SecretName, SecretProviderName } from "./names";

/** A secret as its provider has it. */
export interface Version {
  value: string;
  /** the provider's own name of this version; never made from the value */
  version?: string;
  /** when this version was made, in milliseconds since 1970 */
  madeAt?: number;
}

export interface Fetched {
  /** names the provider does not have are absent */
  values: Partial<Record<SecretName, Version>>;
  /** the auth secret of the version before, where the provider keeps versions; `replacedAt` in milliseconds since 1970 */
  before?: { value: string; replacedAt: number } | undefined;
}

/** The port: whatever keeps secrets. */
export interface SecretProvider {
  readonly name: SecretProviderName;
  /** where it looks, for messages: an address or folder, never a credential */
  readonly place: string;
  /** The secrets as they are now. Throws SecretsUnavailable. */
  read(names: readonly SecretName[]): Promise<Fetched>;
  /** Calls back when something may have changed. Returns what ends that. */
  watch?(changed: () => void): () => void;
}

/** A provider that could not be read. The message names secret, provider and reason, and never holds a value. */
export class SecretsUnavailable extends Error {
  /** @param passing worth asking again: no answer, an overload, a restart */
  constructor(
    message: string,
    readonly passing: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "SecretsUnavailable";
  }
}

/** Cut-off of one request to a secret manager, in milliseconds. */
export const providerTimeoutMs = 5_000;
