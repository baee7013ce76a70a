/** Compresses text; entries of one app are much alike, and shrink to about a tenth. */
export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const squeezed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(squeezed).arrayBuffer());
}
