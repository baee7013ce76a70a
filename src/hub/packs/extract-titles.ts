import type { Pack } from '../../model/pack/pack.ts';
import type { Text } from '../../model/text/text.ts';

/** What a pack calls its guides, their steps and what a question offers to choose, by their ids; packs published earlier lack the last. */
export type PackTitles = Record<string, { title: Text; steps: Record<string, Text>; options?: OptionTitle[] }>;

/** A list, for the store keeps no order of an object's fields. */
type OptionTitle = { id: string; text: Text };

export function extractTitles({ guides }: Pack): PackTitles {
  const steps = (guide: Pack['guides'][number]) => (guide.kind === 'walkthrough' ? guide.steps : []);
  const titles = guides.map((guide) => {
    const named = Object.fromEntries(steps(guide).map((step) => [step.id, step.title]));
    return [guide.id, { title: guide.title, steps: named, ...optionTitles(guide) }];
  });
  return Object.fromEntries(titles);
}

function optionTitles(guide: Pack['guides'][number]): { options?: OptionTitle[] } {
  if (guide.kind !== 'question' || guide.asks.what !== 'choice') return {};
  return { options: guide.asks.options };
}
