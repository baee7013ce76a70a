import { originPattern } from '../model/policy.ts';

/** What to do about a fault in the policy, where more can be said than the schema knows. `path` as in `apps[0].origins[1]`. */
export function advise(path: string, value: unknown): string | undefined {
  return advices.find(([where]) => where.test(path))?.[1](value);
}

const advices: readonly (readonly [RegExp, (value: unknown) => string | undefined])[] = [
  [/^apps\[\d+\]\.origins\[\d+\]$/, nearOrigin],
  [/^apps\[\d+\]\.origins$/, () => 'Give a list such as ["https://orders.example.com"].'],
  [/^hub\.token$/, () => 'Copy the enrolment token from the hub.'],
  [/^(hub|packs\[\d+\])\.url$/, () => 'Give an address such as "https://cairn.example.com/…".'],
  [/^packs\[\d+\]$/, () => 'Give {"url": …} for a pack to fetch, or {"jws": …} for a pack in place.'],
  [/^keys\[\d+\]\.x$/, () => 'Copy "x" from what "cairn key new" printed.'],
  [/^switches\.\w+$/, () => 'Write true or false, without quotes. Until then it is off.'],
  [/^switches$/, () => 'Give an object such as {"feedback": true}. Until then everything is off.'],
  [/^retention(\.days)?$/, () => 'Give {"days": …} with a whole number from 1 to 90. Until then 30 days apply.'],
];

/** The origin within an address that somebody pasted. */
function nearOrigin(written: unknown): string | undefined {
  const text = typeof written === 'string' ? written.trim() : '';
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  const near = originOf(address.replace('://*.', '://'))?.replace('://', address.includes('://*.') ? '://*.' : '://');
  return near && originPattern.safeParse(near).success ? `Write "${near}".` : undefined;
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
