import { expect, test } from 'vitest';
import { actKinds } from '../../../src/model/studio/observed-act.ts';
import { instructionFor, instructionToGo } from '../../../src/studio/draft/draft-instruction.ts';
import { DRAFT_LANGUAGES } from '../../../src/studio/draft/draft-phrases.ts';
import { sampleAct } from './sample-acts.ts';

const everyAct = actKinds.flatMap((kind) =>
  [{}, { option: 'Draft' }, { state: 'off' as const }].map((rest) =>
    sampleAct('a1', { kind, ...rest, key: 'Enter', to: { role: 'list', name: 'Done' } }),
  ),
);

test.each(DRAFT_LANGUAGES)('in %s, every kind of act has an instruction that names its control', (language) => {
  for (const act of everyAct) {
    const { title, body } = instructionFor(act, language);
    expect(body).toContain('**Save**');
    expect(title).toContain('Save');
    expect(`${title}${body}`).not.toMatch(/[{}]|undefined/);
  }
  expect(instructionToGo('/orders', language).title).toContain('/orders');
});

test.each(DRAFT_LANGUAGES)('in %s, a control without a name is told by role, number and part of the page', (language) => {
  const position = { nth: 2, of: 5, within: { role: 'dialog' } };
  for (const role of ['button', 'link', 'textbox', 'combobox', 'slider', 'row', 'whatever']) {
    const { body } = instructionFor(sampleAct('a1', { anchor: { role }, position }), language);
    expect(body).toMatch(/2.*5|5.*2/);
    expect(body).not.toMatch(/[{}]|undefined|\*\*/);
  }
});

test('a language without phrases gets English, and a variety those of its language', () => {
  expect(instructionFor(sampleAct('a1'), 'nl').title).toBe('Choose Save');
  expect(instructionFor(sampleAct('a1'), 'de-AT').title).toBe('Wählen Sie Save');
});

test('a name is shown as it is, whatever it means in Markdown', () => {
  const { body } = instructionFor(sampleAct('a1', { anchor: { role: 'button', name: 'Save [*]' } }), 'en');
  expect(body).toBe('Choose **Save \\[\\*\\]**.');
});
