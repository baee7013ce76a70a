import { homes, personalStrings } from './personal.ts';

export const personal: readonly string[] = personalStrings(1000);

const kinds = Object.values(homes);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A page full of personal data: each string is part of a control that does nothing, and two are in the title. */
export const personalPage = `<!doctype html><meta charset="utf-8"><title>${personal[0]} · ${personal[3]}</title>
<style>body{display:flex;flex-wrap:wrap;gap:4px;font:10px sans-serif}</style><button>Reset</button>
${personal.map((text, index) => kinds[index % kinds.length]!(escaped(text))).join('\n')}`;

/** Everything on the page that looks clickable. */
export const pressable = 'button, [role=button], [role=tab], [role=menuitem], [role=option]';

/** A script for the page that returns their positions, in CSS pixels of the window. */
export const placesOfPressable = `[...document.querySelectorAll('${pressable}')].map((one) => {
  const box = one.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
})`;

/** A raw address may contain personal data too: a name, a mail address, a number. */
export const personalAddress = (origin: string): string =>
  `${origin}/people/anna-meier/${encodeURIComponent(personal[3]!)}/mails?who=${encodeURIComponent(personal[0]!)}#/staff/${encodeURIComponent(personal[1]!)}`;

/** Personal data found in a text: the strings, and their words except for short numbers, which are in every time stamp. */
export function leaked(text: string): string[] {
  const words = personal
    .flatMap((one) => one.split(/[\s,@]+/))
    .filter((word) => (/\p{L}/u.test(word) ? word.length >= 4 : word.length >= 7));
  return [...new Set([...personal, ...words, 'anna'])].filter((secret) => text.includes(secret));
}
