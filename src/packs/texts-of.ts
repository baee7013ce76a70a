import type { Anchor } from '../model/anchor.ts';
import type { Pack } from '../model/pack.ts';
import type { Text } from '../model/text.ts';

export interface PlacedText {
  path: string;
  text: Text;
  /** What the text is for: it decides how long it may be, and whether it is Markdown. */
  as: 'title' | 'tip' | 'step' | 'name';
}

/** Every text of a pack and where it stands. */
export function textsOf(pack: Pack): PlacedText[] {
  const guides = pack.guides.flatMap((guide, at): PlacedText[] => {
    const path = `guides[${at}]`;
    const title: PlacedText = { path: `${path}.title`, text: guide.title, as: 'title' };
    if (guide.kind === 'tip')
      return [title, { path: `${path}.body`, text: guide.body, as: 'tip' }, ...nameOf(guide.anchor, path)];
    const steps = guide.steps.flatMap((step, nth): PlacedText[] => {
      const here = `${path}.steps[${nth}]`;
      return [
        { path: `${here}.title`, text: step.title, as: 'title' },
        { path: `${here}.body`, text: step.body, as: 'step' },
        ...nameOf(step.anchor, here),
      ];
    });
    return [title, ...steps];
  });
  return [{ path: 'title', text: pack.title, as: 'title' }, ...guides];
}

const nameOf = (anchor: Anchor | undefined, path: string): PlacedText[] =>
  anchor?.name === undefined ? [] : [{ path: `${path}.anchor.name`, text: anchor.name, as: 'name' }];

/** A text's wordings: path and language of each. */
export function wordingsOf({ path, text }: PlacedText, base: string): { path: string; language: string; words: string }[] {
  if (typeof text === 'string') return [{ path, language: base, words: text }];
  return Object.entries(text).map(([language, words]) => ({ path: `${path}.${language}`, language, words }));
}
