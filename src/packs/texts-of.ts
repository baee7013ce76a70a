import type { Anchor } from '../model/anchor.ts';
import type { Guide } from '../model/guide.ts';
import type { Pack } from '../model/pack.ts';
import type { Step } from '../model/step.ts';
import type { Text } from '../model/text.ts';

export interface PlacedText {
  path: string;
  text: Text;
  /** What the text is for: it decides how long it may be, and whether it is Markdown. */
  as: 'title' | 'label' | 'tip' | 'step' | 'name';
}

/** Every text of a pack and where it stands. */
export function textsOf(pack: Pack): PlacedText[] {
  const guides = pack.guides.flatMap((guide, at): PlacedText[] => {
    const path = `guides[${at}]`;
    return [{ path: `${path}.title`, text: guide.title, as: 'title' }, ...textsIn(guide, path)];
  });
  return [{ path: 'title', text: pack.title, as: 'title' }, ...guides];
}

function textsIn(guide: Guide, path: string): PlacedText[] {
  switch (guide.kind) {
    case 'tip':
      return [...one(`${path}.body`, guide.body, 'tip'), ...nameOf(guide.anchor, path)];
    case 'walkthrough':
      return guide.steps.flatMap((step, nth) => textsOfStep(step, `${path}.steps[${nth}]`));
    case 'notice':
      return [...one(`${path}.body`, guide.body, 'tip'), ...one(`${path}.link.text`, guide.link?.text, 'label')];
    case 'checklist':
      return [
        ...one(`${path}.body`, guide.body, 'tip'),
        ...one(`${path}.thanks`, guide.thanks, 'tip'),
        ...guide.items.flatMap(({ title, body }, nth) => [
          ...one(`${path}.items[${nth}].title`, title, 'title'),
          ...one(`${path}.items[${nth}].body`, body, 'tip'),
        ]),
      ];
    case 'question':
      return [...one(`${path}.body`, guide.body, 'tip'), ...askedOf(guide.asks, `${path}.asks`)];
    case 'reply':
      return [
        ...one(`${path}.said`, guide.said, 'tip'),
        ...one(`${path}.did`, guide.did, 'tip'),
        ...one(`${path}.link.text`, guide.link?.text, 'label'),
        ...nameOf(guide.anchor, path),
      ];
  }
}

function askedOf(asks: Extract<Guide, { kind: 'question' }>['asks'], path: string): PlacedText[] {
  if (asks.what === 'umux-lite') return one(`${path}.about`, asks.about, 'label');
  if (asks.what === 'words') return [];
  return asks.options.flatMap(({ text }, nth) => one(`${path}.options[${nth}].text`, text, 'title'));
}

const one = (path: string, text: Text | undefined, as: PlacedText['as']): PlacedText[] =>
  text === undefined ? [] : [{ path, text, as }];

function textsOfStep(
  { title, body, anchor, advance, checks = [], next = [], wait, otherwise, do: act }: Step,
  path: string,
): PlacedText[] {
  return [
    ...one(`${path}.title`, title, 'title'),
    ...one(`${path}.body`, body, 'step'),
    ...nameOf(anchor, path),
    ...(advance.on === 'input' ? one(`${path}.advance.word`, advance.word, 'title') : []),
    ...('anchor' in advance ? nameOf(advance.anchor, `${path}.advance`) : []),
    ...checks.flatMap(({ need, word }, nth) => [
      ...one(`${path}.checks[${nth}].word`, word, 'title'),
      ...('anchor' in need ? nameOf(need.anchor, `${path}.checks[${nth}].need`) : []),
    ]),
    ...next.flatMap(({ if: when }, nth) => (when && 'anchor' in when ? nameOf(when.anchor, `${path}.next[${nth}].if`) : [])),
    ...one(`${path}.wait.word`, wait?.word, 'title'),
    ...one(`${path}.otherwise`, otherwise, 'step'),
    ...(act?.act === 'fill' ? one(`${path}.do.with`, act.with, 'name') : []),
    ...(act?.act === 'choose' ? one(`${path}.do.option`, act.option, 'name') : []),
  ];
}

const nameOf = (anchor: Anchor | undefined, path: string): PlacedText[] => one(`${path}.anchor.name`, anchor?.name, 'name');

/** A text's wordings: path and language of each. */
export function wordingsOf({ path, text }: PlacedText, base: string): { path: string; language: string; words: string }[] {
  if (typeof text === 'string') return [{ path, language: base, words: text }];
  return Object.entries(text).map(([language, words]) => ({ path: `${path}.${language}`, language, words }));
}
