import type { ProblemDetails } from './problem.ts';

/** The public part of a key. */
export interface PublicKey {
  kid: string;
  /** Ed25519 public key, base64url. */
  x: string;
}

/** A key that a signer has made or found. */
export interface NewKey extends PublicKey {
  /** What the store holds of the private part: encrypted under a secret that it does not hold. null: it is held elsewhere. */
  sealedPrivateKey: string | null;
}

/** A signer that cannot do what it is asked says why, and what to do. */
export type SignerResult<T> = { ok: true; value: T } | { ok: false; why: ProblemDetails };

/** What holds the private parts of keys, as a PKCS#11 token does: it signs, and nobody can read them. */
export interface Signer {
  heldBy: 'file' | 'command';
  /** The keys that it can sign with. */
  listKeys(): Promise<SignerResult<PublicKey[]>>;
  /** Makes a key, or finds one that is not in `known`, for signers whose keys are made with their own tools. */
  makeKey(known: readonly string[]): Promise<SignerResult<NewKey>>;
  /** An Ed25519 signature of 64 bytes. */
  sign(kid: string, bytes: Uint8Array): Promise<SignerResult<Uint8Array>>;
}
