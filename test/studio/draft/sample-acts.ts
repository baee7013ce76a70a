import type { ObservedAct, RecorderReport } from '../../../src/model/studio/observed-act.ts';
import type { StudioDraft } from '../../../src/model/studio/studio-draft.ts';
import { type DraftContext, emptySteps } from '../../../src/studio/draft/apply-report.ts';

/** Knows a few words and discloses every route as it is. */
export const sampleContext: DraftContext = {
  language: 'en',
  isAppWord: (name) => /^(save|new order|status|draft|settings|send|menu)$/i.test(name),
  discloseRoute: (route) => route,
};

export const sampleAct = (id: string, rest: Partial<ObservedAct> = {}): ObservedAct => ({
  id,
  kind: 'click',
  anchor: { role: 'button', name: 'Save' },
  at: 1000,
  route: '/orders',
  strength: 'sure',
  ...rest,
});

export const actReport = (id: string, rest: Partial<ObservedAct> = {}): RecorderReport => ({
  is: 'act',
  act: sampleAct(id, rest),
});

export const sampleDraft = (): StudioDraft => ({
  id: '4f6f2a52-4c41-4d0e-9a3e-0d5a3c1b2f10',
  app: 'shop',
  language: 'en',
  guide: { kind: 'walkthrough', id: 'my-way', title: 'My way', priority: 50, steps: emptySteps() } as StudioDraft['guide'],
  notes: {},
  createdAt: 1,
  changedAt: 1,
  revision: 0,
});
