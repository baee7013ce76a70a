import { expect, test } from 'vitest';
import type { ObservedAct, RecorderReport } from '../../../src/model/studio/observed-act.ts';
import { studioDraft } from '../../../src/model/studio/studio-draft.ts';
import { applyReport, countSteps } from '../../../src/studio/draft/apply-report.ts';
import { actReport, sampleContext, sampleDraft } from './sample-acts.ts';

const draftOf = (...reports: RecorderReport[]) =>
  reports.reduce((draft, report) => applyReport(draft, report, sampleContext), sampleDraft());

function stepsOf(...reports: RecorderReport[]) {
  const draft = draftOf(...reports);
  expect(studioDraft.safeParse(draft).error?.issues).toBeUndefined();
  return draft.guide.kind === 'walkthrough' ? draft.guide.steps : [];
}

test('an act becomes a step with an instruction, its place and what completes it', () => {
  const [step] = stepsOf(actReport('a1', { route: '/orders/:id' }));
  expect(step).toMatchObject({
    id: 'a1',
    title: 'Choose Save',
    body: 'Choose **Save**.',
    at: '/orders/:id',
    advance: { on: 'click' },
  });
});

test('steps stand in the order of their acts, in whatever order frames report them', () => {
  const steps = stepsOf(actReport('a2', { at: 2000 }), actReport('a1', { at: 1000 }), actReport('a3', { at: 3000 }));
  expect(steps.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
});

test('a later report of an act replaces its step, and the same report twice changes nothing', () => {
  const once = draftOf(actReport('a1'), actReport('a1', { kind: 'check', state: 'on' }));
  expect(once.guide).toMatchObject({ steps: [{ body: 'Turn on **Save**.' }] });
  expect(applyReport(once, actReport('a1', { kind: 'check', state: 'on' }), sampleContext)).toEqual(once);
});

test('an act that is none after all leaves a draft that is valid and counts no step', () => {
  const draft = draftOf(actReport('a1'), { is: 'removed', id: 'a1' });
  expect(studioDraft.safeParse(draft).success).toBe(true);
  expect(countSteps(draft)).toBe(0);
});

const load = (rest: Partial<Extract<RecorderReport, { is: 'navigated' }>> = {}): RecorderReport => ({
  is: 'navigated',
  route: '/orders/:id/edit',
  at: 4000,
  how: 'load',
  ...rest,
});

test('arriving at a page within five seconds completes the act before, also when the act is reported once more', () => {
  const steps = stepsOf(actReport('a1'), load(), actReport('a1', { strength: 'weak' }));
  expect(steps).toMatchObject([{ id: 'a1', advance: { on: 'place', to: '/orders/:id/edit' } }]);
});

test('a load later than that is the person’s own: a step goes there once something is done there', () => {
  expect(stepsOf(actReport('a1'), load({ at: 9000 }))).toHaveLength(1);
  const steps = stepsOf(actReport('a1'), load({ at: 9000 }), actReport('a2', { at: 9500, route: '/orders/:id/edit' }));
  expect(steps.map(({ id }) => id)).toEqual(['a1', 'go-a2', 'a2']);
  expect(steps[1]).toMatchObject({ advance: { on: 'place', to: '/orders/:id/edit' } });
});

/** The recording of one act whose step an author has changed, after a report. */
function afterEdit(edit: object, report: RecorderReport, act: Partial<ObservedAct> = {}) {
  const recorded = draftOf(actReport('a1', act));
  if (recorded.guide.kind !== 'walkthrough') throw new Error('It is no walkthrough.');
  const [step] = recorded.guide.steps;
  const draft = { ...recorded, guide: { ...recorded.guide, steps: [{ ...step!, ...edit }] } };
  const { guide } = applyReport(draft, report, sampleContext);
  return guide.kind === 'walkthrough' ? guide.steps : [];
}

test.each(['/orders/:order/edit', '/orders/*', '/*', '/orders/:id/edit'])(
  'a step that its author lets wait for %s still does when that place is reached',
  (to) => {
    expect(afterEdit({ advance: { on: 'place', to } }, load())).toMatchObject([{ advance: { on: 'place', to } }]);
  },
);

test.each(['/orders/new', '/orders/:id', '/invoices/*'])(
  'a step that waits for %s waits for the place that was reached',
  (to) => {
    expect(afterEdit({ advance: { on: 'place', to } }, load())).toMatchObject([
      { advance: { on: 'place', to: '/orders/:id/edit' } },
    ]);
  },
);

test('a page that matches the place of the step already completes nothing', () => {
  const load = { is: 'navigated', route: '/orders/:id', at: 2000, how: 'load' } as const;
  for (const at of ['/orders/:order', '/orders/new'])
    expect(afterEdit({ at }, load)).toMatchObject([{ advance: { on: 'click' } }]);
  expect(afterEdit({ at: '/orders/*' }, load)).toMatchObject([{ advance: { on: 'place', to: '/orders/:id' } }]);
});

test('who comes straight back has gone nowhere', () => {
  const back = load({ at: 9800, how: 'back-forward', route: '/orders' });
  const steps = stepsOf(actReport('a1'), load({ at: 9000 }), back, actReport('a2', { at: 9900 }));
  expect(steps.map(({ id }) => id)).toEqual(['a1', 'a2']);
});

test('after a reload that follows an act in a frame, nothing has to be gone to', () => {
  const inFrame = actReport('a1', { route: '/approval' });
  const steps = stepsOf(inFrame, load({ how: 'reload', route: '/orders' }), actReport('a2', { at: 9000 }));
  expect(steps.map(({ id }) => id)).toEqual(['a1', 'a2']);
});

test('a reload completes nothing', () => {
  expect(stepsOf(actReport('a1'), load({ how: 'reload', route: '/orders' }))).toMatchObject([{ advance: { on: 'click' } }]);
});

test('an undone act is offered for removal with what undid it, also after it is reported once more', () => {
  const undone: RecorderReport = { is: 'undone', act: 'a1', by: 'a2', at: 3000 };
  const draft = draftOf(actReport('a1'), actReport('a2', { at: 2000 }), undone, actReport('a1'));
  expect(draft.notes).toMatchObject({ a1: { offers: ['remove-undone'] }, a2: { offers: ['remove-undone'] } });
});

test('a name that may be data is in no step, and that it was withheld is noted', () => {
  const draft = draftOf(actReport('a1', { anchor: { role: 'link', name: 'Ada Lovelace' }, position: { nth: 2, of: 5 } }));
  expect(JSON.stringify(draft)).not.toContain('Lovelace');
  expect(draft).toMatchObject({
    guide: { steps: [{ body: 'Choose the link (no. 2 of 5).' }] },
    notes: { a1: { offers: ['name-withheld'] } },
  });
});

test('a recording has at most fifty steps', () => {
  const reports = Array.from({ length: 60 }, (_, nth) => actReport(`a${nth}`, { at: 1000 + nth }));
  expect(stepsOf(...reports)).toHaveLength(50);
});

test('a step says which earlier step brings its control, and no longer once that one is gone', () => {
  const reports = [actReport('a1'), actReport('a2', { at: 2000, revealedBy: 'a1' })];
  expect(stepsOf(...reports)[1]).toMatchObject({ revealedBy: 'a1' });
  expect(stepsOf(...reports, { is: 'removed', id: 'a1' })[0]).not.toHaveProperty('revealedBy');
});

test.each(['choose', 'double-click', 'file', 'hover'] as const)('the event that was observed completes the step: %s', (kind) => {
  expect(stepsOf(actReport('a1', { kind }))).toMatchObject([{ advance: { on: kind } }]);
});

test('a drag has two anchors', () => {
  const to = { role: 'list', name: 'Draft' };
  expect(stepsOf(actReport('a1', { kind: 'drag', to }))).toMatchObject([{ advance: { on: 'drag', to } }]);
});

const SEARCH = { role: 'searchbox', name: 'Send' };
const typed = actReport('a1', { kind: 'input', anchor: SEARCH });
const enter = actReport('a2', { kind: 'press-key', key: 'Enter', anchor: SEARCH, at: 2000 });

test('Enter in a field that was filled in completes its step, whatever is reported once more', () => {
  for (const reports of [
    [typed, enter],
    [typed, enter, typed],
    [typed, enter, enter],
  ])
    expect(stepsOf(...reports)).toMatchObject([
      {
        id: 'a1',
        title: 'Fill in Send and press Enter',
        body: 'Fill in **Send** and press **Enter**.',
        advance: { on: 'input' },
      },
    ]);
});

test('Enter that nothing came of leaves the step of its field as it was', () => {
  expect(stepsOf(typed, enter, { is: 'removed', id: 'a2' })).toMatchObject([{ id: 'a1', title: 'Fill in Send' }]);
});

test('a page that Enter leads to completes the step of the field, and what is undone by it is that step', () => {
  expect(stepsOf(typed, enter, load({ by: 'a2' }))).toMatchObject([{ id: 'a1', advance: { on: 'place' } }]);
  const undone: RecorderReport = { is: 'undone', act: 'a2', at: 3000 };
  expect(draftOf(typed, enter, undone).notes).toMatchObject({ a1: { offers: ['remove-undone'] } });
});

test('Enter in another control than the one before is a step of its own', () => {
  const other = actReport('a2', { kind: 'press-key', key: 'Enter', at: 2000 });
  expect(stepsOf(typed, other)).toHaveLength(2);
});

test('that a name was kept back by the page itself is noted as well, but not for rows of data', () => {
  const kept = (role: string) => actReport('a1', { anchor: { role, traits: { name: 'YziVlg' } }, position: { nth: 1 } });
  expect(draftOf(kept('button')).notes).toMatchObject({ a1: { offers: ['name-withheld'] } });
  expect(draftOf(kept('listitem')).notes.a1?.offers).toBeUndefined();
});
