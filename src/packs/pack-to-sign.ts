import { base64url } from 'jose';
import { PACK_JWS_TYPE } from './jws-header.ts';

/** A pack before it is signed by something that holds the private key and signs bytes. */
export interface PackToSign {
  /** What is signed. */
  input: Uint8Array;
  /** The pack as compact JWS. */
  withSignature(signature: Uint8Array): string;
}

/**
 * @param content the JSON text of the pack, which is signed as it is
 * @param kid id of the key, as in the policy
 */
export function packToSign(content: string, kid: string): PackToSign {
  const header = JSON.stringify({ alg: 'EdDSA', typ: PACK_JWS_TYPE, kid });
  const input = `${base64url.encode(header)}.${base64url.encode(content)}`;
  return {
    input: new TextEncoder().encode(input),
    withSignature: (signature) => `${input}.${base64url.encode(signature)}`,
  };
}
