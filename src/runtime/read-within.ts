/** The body as text, or undefined as soon as it is known to be longer than that; the rest is not fetched. */
export async function readWithin(answer: Response, maxBytes: number): Promise<string | undefined> {
  const declaredLength = Number(answer.headers.get('content-length') ?? 0);
  const reader = answer.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let length = declaredLength > maxBytes ? declaredLength : 0; length <= maxBytes; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return undefined;
}
