import type { Guide } from '../../model/pack/guide.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { emptySteps } from '../../studio/draft/apply-report.ts';

export interface NewDraft {
  app: string;
  kind: Exclude<Guide['kind'], 'reply'>;
  /** The title until the person writes one, in `language`. */
  title: string;
  language: string;
  now: number;
}

/** A draft with nothing in it. It fits the schema: what a guide cannot be without stands in it as an ellipsis. */
export function newDraft({ app, kind, title, language, now }: NewDraft): StudioDraft {
  const id = crypto.randomUUID();
  const common = { id: `${kind}-${id.slice(0, 8)}`, title, priority: 50 };
  return { id, app, language, guide: emptyGuide(kind, common), notes: {}, createdAt: now, changedAt: now, revision: 0 };
}

const EMPTY = '…';

function emptyGuide(kind: NewDraft['kind'], common: Pick<Guide, 'id' | 'title' | 'priority'>): Guide {
  switch (kind) {
    case 'walkthrough':
      return { kind, ...common, steps: emptySteps() };
    case 'tip':
      return { kind, ...common, anchor: { role: 'button' }, body: EMPTY, mark: 'beacon' };
    case 'notice':
      return { kind, ...common, as: 'card', body: EMPTY, safety: false };
    case 'checklist':
      return { kind, ...common, items: [{ id: 'one', title: EMPTY }] };
    case 'question':
      return { kind, ...common, asks: { what: 'words' } };
  }
}
