/** Addresses that represent all pages of a scope: a star may match nothing, one segment, or more. None for more complex patterns. */
export function samplePages(place: string): string[] {
  const plain = place.replace(/\\(.)/g, (_, sign: string) => (/[?#&=.+:()*{}]/.test(sign) ? (ESCAPED[sign] ?? sign) : sign));
  if (!/^\/[\w\-./:*#=&%~\u{e000}-\u{e0ff}]*$/u.test(plain)) return [];
  return ['', 'any', 'any/thing'].map(
    (star) =>
      `https://app.invalid${plain
        .replace(/:\w+/g, 'some')
        .replaceAll('*', star)
        .replace(/[\u{e000}-\u{e0ff}]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000))}`,
  );
}

/** Escaped signs, moved to a private range while those that are syntax are replaced. */
const ESCAPED: Record<string, string> = Object.fromEntries(
  [...'?+:()*{}'].map((sign) => [sign, String.fromCharCode(sign.charCodeAt(0) + 0xe000)]),
);
