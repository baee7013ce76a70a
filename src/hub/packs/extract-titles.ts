import type { Pack } from '../../model/pack/pack.ts';
import type { OptionTitle, PackTitles } from '../store/json-columns.ts';

/** The titles in a pack that the desk shows. */
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
