/** HMAC-SHA-256 of a text, 32 bytes. */
export type KeyedHash = (text: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Hashes texts with a secret: the same for everybody who has it, and impossible to compute for anybody else. */
export async function createKeyedHash(secret: string): Promise<KeyedHash> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (text) => new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}
