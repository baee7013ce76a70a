import type { Pack } from '../../model/pack.ts';
import type { Text } from '../../model/text.ts';

/** What a pack calls its guides and their steps, by their ids. */
export type Titles = Record<string, { title: Text; steps: Record<string, Text> }>;

export function titlesOf({ guides }: Pack): Titles {
  const steps = (guide: Pack['guides'][number]) => (guide.kind === 'walkthrough' ? guide.steps : []);
  const titles = guides.map((guide) => {
    const named = Object.fromEntries(steps(guide).map((step) => [step.id, step.title]));
    return [guide.id, { title: guide.title, steps: named }];
  });
  return Object.fromEntries(titles);
}
