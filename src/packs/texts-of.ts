import type { Anchor } from '../model/pack/anchor.ts';
import type { Guide } from '../model/pack/guide.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { Step } from '../model/pack/step.ts';
import type { Text } from '../model/text/text.ts';

export interface PlacedText {
  path: string;
  text: Text;
  /** What the text is for: it decides how long it may be, and whether it is Markdown. */
  as: 'title' | 'label' | 'tip' | 'step' | 'name';
}

/** Every text of a pack with its path. */
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
      return [...textAt(`${path}.body`, guide.body, 'tip'), ...anchorName(guide.anchor, path)];
    case 'walkthrough':
      return guide.steps.flatMap((step, nth) => textsOfStep(step, `${path}.steps[${nth}]`));
    case 'notice':
      return [...textAt(`${path}.body`, guide.body, 'tip'), ...textAt(`${path}.link.text`, guide.link?.text, 'label')];
    case 'checklist':
      return [
        ...textAt(`${path}.body`, guide.body, 'tip'),
        ...textAt(`${path}.thanks`, guide.thanks, 'tip'),
        ...guide.items.flatMap(({ title, body }, nth) => [
          ...textAt(`${path}.items[${nth}].title`, title, 'title'),
          ...textAt(`${path}.items[${nth}].body`, body, 'tip'),
        ]),
      ];
    case 'question':
      return [...textAt(`${path}.body`, guide.body, 'tip'), ...askedOf(guide.asks, `${path}.asks`)];
    case 'reply':
      return [
        ...textAt(`${path}.youSaid`, guide.youSaid, 'tip'),
        ...textAt(`${path}.weDid`, guide.weDid, 'tip'),
        ...textAt(`${path}.link.text`, guide.link?.text, 'label'),
        ...anchorName(guide.anchor, path),
      ];
  }
}

function askedOf(asks: Extract<Guide, { kind: 'question' }>['asks'], path: string): PlacedText[] {
  if (asks.what === 'umux-lite') return textAt(`${path}.about`, asks.about, 'label');
  if (asks.what === 'words') return [];
  return asks.options.flatMap(({ text }, nth) => textAt(`${path}.options[${nth}].text`, text, 'title'));
}

const textAt = (path: string, text: Text | undefined, as: PlacedText['as']): PlacedText[] =>
  text === undefined ? [] : [{ path, text, as }];

function textsOfStep(
  { title, body, anchor, advance, checks = [], next = [], wait, fallbackBody, do: act }: Step,
  path: string,
): PlacedText[] {
  return [
    ...textAt(`${path}.title`, title, 'title'),
    ...textAt(`${path}.body`, body, 'step'),
    ...anchorName(anchor, path),
    ...(advance.on === 'input' ? textAt(`${path}.advance.message`, advance.message, 'title') : []),
    ...(advance.on === 'choose' ? textAt(`${path}.advance.option`, advance.option, 'name') : []),
    ...(advance.on === 'drag' ? textAt(`${path}.advance.to.name`, advance.to?.name, 'name') : []),
    ...('anchor' in advance ? anchorName(advance.anchor, `${path}.advance`) : []),
    ...checks.flatMap(({ requires, message }, nth) => [
      ...textAt(`${path}.checks[${nth}].message`, message, 'title'),
      ...('anchor' in requires ? anchorName(requires.anchor, `${path}.checks[${nth}].requires`) : []),
    ]),
    ...next.flatMap(({ if: when }, nth) => (when && 'anchor' in when ? anchorName(when.anchor, `${path}.next[${nth}].if`) : [])),
    ...textAt(`${path}.wait.message`, wait?.message, 'title'),
    ...textAt(`${path}.fallbackBody`, fallbackBody, 'step'),
    ...(act?.act === 'fill' ? textAt(`${path}.do.with`, act.with, 'name') : []),
    ...(act?.act === 'choose' ? textAt(`${path}.do.option`, act.option, 'name') : []),
  ];
}

const anchorName = (anchor: Anchor | undefined, path: string): PlacedText[] =>
  textAt(`${path}.anchor.name`, anchor?.name, 'name');

/** The wordings of a text, each with its path and language. */
export function wordingsOf({ path, text }: PlacedText, base: string): { path: string; language: string; wording: string }[] {
  if (typeof text === 'string') return [{ path, language: base, wording: text }];
  return Object.entries(text).map(([language, wording]) => ({ path: `${path}.${language}`, language, wording }));
}
