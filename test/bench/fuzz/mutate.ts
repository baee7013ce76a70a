import { hostileText, hostileValue } from './hostile-values.ts';
import type { Random } from './random.ts';

type Place = { parent: Record<string, unknown> | unknown[]; key: string | number };

/** A copy of a valid value with some faults in it: fields replaced, removed, renamed, added, repeated or put one level deeper. */
export function mutateValue<T>(random: Random, valid: T): unknown {
  if (random.oneIn(50)) return hostileValue(random);
  const root = { value: structuredClone(valid) as unknown };
  const faults = random.oneIn(10) ? 0 : 1 + random.int(3);
  for (let made = 0; made < faults; made++) mutateAt(random, random.pick<Place | undefined>(placesIn(root)));
  return root.value;
}

function placesIn(root: object): Place[] {
  const places: Place[] = [];
  const open: unknown[] = [root];
  // Not recursive and not endless: a value may be deep or wide.
  while (open.length > 0 && places.length < 2000) {
    const parent = open.pop();
    if (typeof parent !== 'object' || parent === null) continue;
    for (const key of Object.keys(parent).slice(0, 200)) {
      places.push({ parent: parent as Place['parent'], key });
      open.push((parent as Record<string, unknown>)[key]);
    }
  }
  return places;
}

function mutateAt(random: Random, place: Place | undefined): void {
  if (!place) return; // The whole value was removed.
  const { parent, key } = place;
  const at = parent as Record<string | number, unknown>;
  switch (random.int(8)) {
    case 0:
      delete at[key];
      break;
    case 1:
      if (Array.isArray(parent)) parent.push(...Array.from({ length: 1 + random.int(20) }, () => at[key]));
      else define(at, hostileText(random), at[key]);
      break;
    case 2:
      at[key] = random.oneIn(2) ? [at[key]] : { [String(key)]: at[key] };
      break;
    case 3:
      if (Array.isArray(parent)) parent.splice(random.int(parent.length + 1), 0, hostileValue(random));
      else define(at, hostileText(random), hostileValue(random));
      break;
    case 4:
    case 5:
      at[key] = typeof at[key] === 'string' ? mutateText(random, at[key]) : hostileValue(random);
      break;
    default:
      at[key] = hostileValue(random);
  }
}

/** Also for `__proto__`, which an assignment would take for the prototype. */
const define = (at: object, key: string, value: unknown): void =>
  void Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });

/** A copy of a text with pieces removed, repeated, exchanged or put in. */
export function mutateText(random: Random, valid: string): string {
  let text = valid;
  for (let made = 1 + random.int(4); made > 0; made--) {
    const [from, to] = [random.int(text.length + 1), random.int(text.length + 1)].sort((a, b) => a - b) as [number, number];
    const piece = random.pick([hostileText(random), text.slice(from, to), '', text.slice(from, to).repeat(random.int(5))]);
    text = (text.slice(0, from) + piece + text.slice(random.oneIn(2) ? from : to)).slice(0, 200_000);
  }
  return text;
}

/** A copy of bytes with some of them changed, removed or repeated. */
export function mutateBytes(random: Random, valid: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(valid);
  for (let made = random.int(6); made > 0 && bytes.length > 0; made--) bytes[random.int(bytes.length)] = random.int(256);
  if (random.oneIn(4)) return bytes.slice(0, random.int(bytes.length + 1));
  return random.oneIn(8) ? new Uint8Array([...bytes, ...bytes.slice(random.int(bytes.length + 1))]) : bytes;
}
