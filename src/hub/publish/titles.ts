import type { Pack } from '../../model/pack.ts';
import type { Text } from '../../model/text.ts';

/** What a pack calls its guides, their steps and what a question offers to choose, by their ids; packs published earlier lack the last. */
export type Titles = Record<string, { title: Text; steps: Record<string, Text>; options?: Option[] }>;

/** A list, for the store keeps no order of an object's fields. */
type Option = { id: string; text: Text };

export function titlesOf({ guides }: Pack): Titles {
  const steps = (guide: Pack['guides'][number]) => (guide.kind === 'walkthrough' ? guide.steps : []);
  const titles = guides.map((guide) => {
    const named = Object.fromEntries(steps(guide).map((step) => [step.id, step.title]));
    return [guide.id, { title: guide.title, steps: named, ...optionsOf(guide) }];
  });
  return Object.fromEntries(titles);
}

function optionsOf(guide: Pack['guides'][number]): { options?: Option[] } {
  if (guide.kind !== 'question' || guide.asks.what !== 'choice') return {};
  return { options: guide.asks.options };
}
