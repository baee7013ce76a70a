import type { Anchor } from '../../../src/model/pack/anchor.ts';
import type { Walkthrough } from '../../../src/model/pack/guide.ts';
import type { Step } from '../../../src/model/pack/step.ts';
import type { StudioDraft } from '../../../src/model/studio/studio-draft.ts';

export const button = (name: string): Anchor => ({ role: 'button', name });

/** A step of that id on a button of that name. */
export const stepOf = (id: string, fields: Partial<Step> = {}): Step => ({
  id,
  title: `Choose ${id}`,
  body: `Choose **${id}**.`,
  anchor: button(id),
  advance: { on: 'click' },
  ...fields,
});

export const draftOf = (steps: Step[], fields: Partial<StudioDraft> = {}): StudioDraft & { guide: Walkthrough } => ({
  id: '00000000-0000-4000-8000-000000000001',
  app: 'orders',
  language: 'en',
  notes: {},
  createdAt: 0,
  changedAt: 0,
  revision: 0,
  ...fields,
  guide: { kind: 'walkthrough', id: 'place-an-order', title: 'Place an order', priority: 50, steps },
});

/** As in `a`, `b→d` for a step that leads to d, and `c?d` for one that does under a condition. */
export const sketchOf = ({ guide }: StudioDraft): string[] =>
  guide.kind === 'walkthrough'
    ? guide.steps.map(({ id, next = [] }) => id + next.map(({ if: when, to }) => `${when ? '?' : '→'}${to}`).join(''))
    : [];
