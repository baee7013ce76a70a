/** Shorter texts stand in others by chance. */
const MIN_SECRET_LENGTH = 3;

/** Returns a function that takes the secrets out of a text. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const hidden = secrets.filter((one) => one.length >= MIN_SECRET_LENGTH).sort((one, other) => other.length - one.length);
  return (text) => hidden.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
}

/** The same data with a function applied to each text in it. */
export function mapTexts<Data>(data: Data, map: (text: string) => string): Data {
  if (typeof data === 'string') return map(data) as Data;
  if (Array.isArray(data)) return data.map((one) => mapTexts(one, map)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapTexts(value, map)])) as Data;
}
