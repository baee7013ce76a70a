import { originPattern } from '../model/policy/policy.ts';
import { parseUrl } from '../model/text/parse-url.ts';

/** A remedy for a fault in the policy that is more specific than the schema's. `path` as in `apps[0].origins[1]`. */
export function adviseRemedy(path: string, value: unknown): string | undefined {
  return ADVICE.find(([where]) => where.test(path))?.[1](value);
}

const ADVICE: readonly (readonly [RegExp, (value: unknown) => string | undefined])[] = [
  [/^apps\[\d+\]\.origins\[\d+\]$/, suggestOrigin],
  [/^apps\[\d+\]\.origins$/, () => 'Give a list such as ["https://orders.example.com"].'],
  [/^hub\.token$/, () => 'Copy the enrolment token from the hub.'],
  [/^(hub|packs\[\d+\])\.url$/, () => 'Give an address such as "https://cairn.example.com/…".'],
  [
    /^packs\[\d+\]$/,
    () => 'Give {"url": …} for a pack to fetch, or {"jws": …} for a pack in place; "app" and "id" may say which.',
  ],
  [/^keys\[\d+\]\.apps(\[\d+\])?$/, () => 'Name the apps whose packs it signs, as in ["orders"], or give ["*"] for all apps.'],
  [/^keys\[\d+\]\.x$/, () => 'Copy "x" from what "cairn key new" printed.'],
  [/^switches\.\w+$/, () => 'Write true or false, without quotes. Until then it is off.'],
  [/^switches$/, () => 'Give an object such as {"feedback": true}. Until then everything is off.'],
  [/^retention(\.days)?$/, () => 'Give {"days": …} with a whole number from 1 to 90. Until then 30 days apply.'],
  [
    /^privacy\.hashKey$/,
    () => 'Give a random text of at least 16 characters, the same for all devices. The hub must not have it.',
  ],
  [
    /^privacy\.person$/,
    () => 'Give a text that is different for each person, such as the user id that your device management fills in.',
  ],
  [/^studio\.record$/, () => 'Write "nobody", "authors" or "everybody". Until then nobody may record.'],
  [/^studio\.author$/, () => 'Write true or false, without quotes. Until then this browser does not belong to an author.'],
  [/^studio\.apps$/, () => 'Give a list of ids of apps, as in ["orders"]. Until then nobody may record in any app.'],
  [/^studio\.apps\[\d+\]$/, () => 'Name an app by its "id" in "apps". Until then nobody may record there.'],
  [/^studio$/, () => 'Give an object such as {"record": "authors", "author": true}. Until then nobody may record.'],
  [/^privacy\.nameSharing$/, () => 'Write "threshold" or "off". Until then it is off.'],
];

/** Suggests the origin of an address that somebody pasted. */
function suggestOrigin(written: unknown): string | undefined {
  const text = typeof written === 'string' ? written.trim() : '';
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  const suggestion = originOf(address.replace('://*.', '://'))?.replace('://', address.includes('://*.') ? '://*.' : '://');
  return suggestion && originPattern.safeParse(suggestion).success ? `Write "${suggestion}".` : undefined;
}

function originOf(address: string): string | undefined {
  return parseUrl(address)?.origin;
}
