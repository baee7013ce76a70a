/** A number that differs where texts differ. It takes the place of the text, which is not stored. */
export function textChecksum(text: string, seed = 0): number {
  let sum = seed;
  for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) | 0;
  return (sum * 31 + 7) | 0;
}
