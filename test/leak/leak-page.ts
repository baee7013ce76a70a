import { createSamples, type Sample } from './samples.ts';
import { seeded } from './seeded.ts';
import { RECORD_WIDGETS, TEXT_WIDGETS, VALUE_WIDGETS, type Widget } from './widgets.ts';

/** What a person types and chooses on the page, in words that an application may use as well. */
export const TYPED = ['Quarrelsome', 'Migraineur', 'Zerrüttung'] as const;
export const CHOSEN = 'Insolvencyplan';

export interface LeakPage {
  html: string;
  canaries: readonly string[];
}

/** A page whose every control does nothing and shows something personal: in the page, in shadow roots open and closed, in frames. */
export function createLeakPage(count: number, seed: number): LeakPage {
  const random = seeded(seed);
  const kinds = [TEXT_WIDGETS, RECORD_WIDGETS, VALUE_WIDGETS].flatMap((widgets) => Object.values(widgets));
  const all = [...createSamples(count, seed)];
  const boxes = all.map((sample, at) => boxed(widgetHtml(kinds[at % kinds.length]!, sample), at, random.below(5)));
  return {
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${all[0]!.label}</title><style>${STYLE}</style>${typedParts}
<main>${boxes.join('\n')}</main><script>${SCRIPT}</script></html>`,
    canaries: [...new Set([...all.flatMap(({ canaries }) => canaries), ...TYPED, CHOSEN])].filter(isDistinctive),
  };
}

/** Short ones are in words, codes and times by chance, whatever the width of their letters. */
function isDistinctive(canary: string): boolean {
  const plain = canary.normalize('NFKC');
  const min = /^\d+$/.test(plain) ? 9 : /^[\x20-\x7e]*$/.test(plain) ? 6 : 2;
  return plain.length >= min && plain.toLowerCase() !== 'summer';
}

const widgetHtml = ({ control, field }: Widget, { label }: Sample): string =>
  `${field?.(label) ?? ''}${control(label)}`.replaceAll('href="/x"', 'href="javascript:"');

/** Boxes next to each other have other tags: siblings that are alike would be taken for records, whatever is in them. */
function boxed(html: string, at: number, tree: number): string {
  const tag = `x-box${at % 50}`;
  if (tree === 3)
    return `<${tag}><iframe srcdoc="${`<style>${STYLE}</style>${html}`.replaceAll('"', '&quot;')}"></iframe></${tag}>`;
  const mode = /<(a|input|textarea|select|summary) |contenteditable/.test(html) ? undefined : ['open', 'closed'][tree - 1];
  return mode ? `<${tag}><template shadowrootmode="${mode}">${html}</template></${tag}>` : `<${tag}>${html}</${tag}>`;
}

const STYLE =
  'body{margin:4px;font:10px sans-serif}main{display:flex;flex-wrap:wrap;gap:2px}iframe{width:150px;height:60px;border:0}h2,h3,ul,ol{font-size:10px;margin:0}svg{width:12px;height:12px}';

/** Where a person types and chooses, and the page shows it again elsewhere, at once or once the field is empty. */
const typedParts = `<nav><button id="reset">Reset</button></nav><p><input id="search"><button id="find">Search</button></p>
<p><input id="tags"><span id="chips"></span></p>
<p><x-note id="note" role="button" tabindex="0" contenteditable style="display:block;min-height:12px"></x-note></p>
<p><button id="reason" aria-haspopup="listbox">Choose</button><button id="show">Show</button></p>
<ul role="listbox"><li role="option" id="option">${CHOSEN}</li></ul>`;

const SCRIPT = `const by = (id) => document.getElementById(id);
by('search').oninput = () => { by('find').textContent = 'Search for “' + by('search').value + '”' };
by('tags').onkeydown = (event) => {
  if (event.key !== 'Enter') return;
  by('chips').innerHTML = '<button id="chip" aria-label="Remove ' + by('tags').value + '">x</button>';
  by('tags').value = '';
};
by('option').onclick = () => { by('reason').textContent = by('option').textContent; by('show').textContent = 'Show ' + by('option').textContent };`;

/** Presses on these are answered by the browser, or are no presses. */
const ANSWERED = 'a[href],input,textarea,select,summary,[contenteditable],h2,svg';

/**
 * A script for the page that returns where its controls are that do nothing, in CSS pixels of the window; of a closed root, where its host
 * is. Those in frames are apart: to enter a frame is an answer in itself.
 */
export const placesOfControls = `(() => {
  const places = { page: [], frames: [] };
  const search = (root, left, top, list) => {
    for (const element of root.querySelectorAll('*')) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const isControl = element.matches('[data-it]') && !element.matches('${ANSWERED}');
      const isClosed = /^x-box/.test(element.localName) && !element.firstElementChild && !element.shadowRoot;
      if ((isControl || isClosed) && width > 4 && left + x >= 0) list.push({ x: left + x + Math.min(width / 2, 8), y: top + y + height / 2 });
      if (element.shadowRoot) search(element.shadowRoot, left, top, list);
      if (element.contentDocument) search(element.contentDocument, left + x, top + y, places.frames);
    }
  };
  search(document, 0, 0, places.page);
  return places;
})()`;

/** A raw address may be personal as well. */
export const personalPath = ({ canaries }: LeakPage): string =>
  `/people/anna-wexley/${encodeURIComponent(canaries[0]!)}/mails?who=${encodeURIComponent(canaries[1]!)}#/staff/${encodeURIComponent(canaries[2]!)}`;
