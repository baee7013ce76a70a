import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StudioDraft } from '../../../src/model/studio/studio-draft.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';
import { type OpenPanel, panelInBrowser } from '../panel-in-browser.ts';
import type { FakeStudio } from './fake-studio.ts';

const axe = readFileSync(new URL(import.meta.resolve('axe-core')), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const lifetime = new AsyncDisposableStack();
let open: OpenPanel;
beforeAll(async () => {
  open = await panelInBrowser(lifetime, await sharedChromium());
});
afterAll(() => lifetime.disposeAsync());

type Panel = { studio: FakeStudio; changed(): void };
const inPanel = <T>(page: Page, act: (panel: Panel) => T) => page.evaluate(`(${act})(globalThis.panel)`) as Promise<T>;
const openStudio = async (language = 'en', options: BrowserContextOptions = {}) => {
  const { page, faults } = await open({ initialSection: 'studio', studio: true, language }, options);
  await page.locator('.draft').first().waitFor();
  return { page, faults };
};
const openEditor = async (language = 'en', options: BrowserContextOptions = {}) => {
  const opened = await openStudio(language, options);
  await opened.page.locator('.draft-open').first().click();
  await opened.page.locator('.step-head').first().waitFor();
  return opened;
};
const stored = (page: Page) => inPanel(page, ({ studio }) => studio.drafts.find(({ id }) => id.endsWith('1'))!);
const stepsOf = ({ guide }: StudioDraft) => (guide.kind === 'walkthrough' ? guide.steps : []);
const saved = (page: Page) => page.locator('.saving', { hasText: 'Saved' }).waitFor();
const step = (page: Page, name: string) => page.locator('.step-head', { hasText: name });

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (options: RunOptions) =>
      (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    { runOnly: wcag },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Everything that the record view can show at once. */
const startRecording = (page: Page) =>
  inPanel(page, ({ studio, changed }) => {
    const missed = [
      { is: 'missed', id: 'm1', why: 'closed-shadow', role: 'button', at: 0 },
      { is: 'missed', id: 'm2', why: 'failed', at: 0 },
    ] as const;
    studio.state = {
      ...studio.state,
      recording: { draft: studio.drafts[0]!.id, steps: 3, missed: [...missed], unseenFrames: 2 },
    };
    changed();
  });

/** Every state of a control, faults and warnings, and proposals in their states. */
const setFindings = (page: Page) =>
  inPanel(page, ({ studio, changed }) => {
    studio.health = {
      '["guide","steps",0,"anchor"]': { is: 'weak', isWeakened: true, differs: ['place', 'rival'] },
      '["guide","steps",1,"anchor"]': { is: 'ambiguous', because: 'Two are alike.' },
      '["guide","steps",2,"anchor"]': {
        ...{ is: 'absent', nearest: { role: 'button', name: 'Save order' }, differs: ['role', 'name', 'place', 'rival'] },
      },
    };
    studio.faults = [
      { path: 'steps[2].advance.to', reason: 'leads nowhere', remedy: 'Correct it.' },
      { path: 'steps[2].body', reason: 'is long', remedy: 'Shorten it.', warning: true },
    ];
    const states = ['waiting', 'returned', 'live'] as const;
    studio.proposals = states.map((state, at) => ({
      ...{ id: `00000000-0000-4000-8000-00000000000${at}`, title: 'Place an order (sample)', state, isSent: state !== 'waiting' },
      ...{ comment: state === 'returned' ? 'Which customer?' : null, guide: null, helped: state === 'live' ? 20 : null },
    }));
    changed();
  });

const unfoldAll = async (page: Page) => {
  for (const one of await page.locator('.studio summary').all()) await one.click();
};

test.each([
  { colorScheme: 'light', language: 'en', width: 420 },
  { colorScheme: 'dark', language: 'en', width: 420 },
  { colorScheme: 'light', language: 'ar', width: 320 },
] as const)(
  'every view of the studio passes axe: $colorScheme, $language, $width px',
  async ({ colorScheme, language, width }) => {
    const { page, faults } = await openStudio(language, { colorScheme, viewport: { width, height: 900 } });
    await setFindings(page);
    await page.locator('#proposals').waitFor();
    await unfoldAll(page);
    expect(await violationsOn(page), 'drafts and proposals').toEqual([]);
    await startRecording(page);
    await page.locator('.live-steps li').first().waitFor();
    expect(await violationsOn(page), 'recording').toEqual([]);
    await page.locator('.recording > button.main').click();
    await page.locator('.step-head').nth(2).click();
    await page.locator('#studio-publish ~ .row button').nth(1).click();
    await unfoldAll(page);
    expect(await violationsOn(page), 'the editor with everything open').toEqual([]);
    await inPanel(page, ({ studio }) => {
      studio.drafts[0]!.revision += 1;
    });
    await page.locator('.step-form input').first().fill('Mine');
    await page.locator('#conflict').waitFor();
    expect(await violationsOn(page), 'two versions').toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test.each(['en', 'de', 'fr', 'es', 'ja', 'ar'])('at 320 pixels the studio fits and no text is missing: %s', async (language) => {
  const { page } = await openStudio(language, { viewport: { width: 320, height: 900 } });
  const judge = async (what: string) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(320);
    expect(await page.locator('body').innerText(), what).not.toMatch(/\[[a-zA-Z_]+\]/);
  };
  await setFindings(page);
  await unfoldAll(page);
  await judge('drafts');
  await startRecording(page);
  await page.locator('.live-steps li').first().waitFor();
  await judge('recording');
  await page.locator('.recording > button.main').click();
  await page.locator('.step-head').nth(2).click();
  await page.locator('#studio-publish ~ .row button').nth(1).click();
  await page.locator('label.field select').selectOption('de');
  await unfoldAll(page);
  await judge('editor');
  await page.context().close();
});

test('the studio is shown to those who may record, and to nobody else', async () => {
  const { page } = await open({ initialSection: 'studio' });
  await page.locator('#tab-mine').waitFor();
  expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Here', 'Mine']);
  await inPanel(page, ({ studio, changed }) => {
    studio.state = { ...studio.state, may: { record: true, propose: false } };
    changed();
  });
  await page.getByRole('tab', { name: 'Studio' }).waitFor();
  await page.getByText('No drafts yet.').waitFor();
  await page.context().close();
});

test('what somebody proposed can be withdrawn also where they may no longer record', async () => {
  const { page } = await open({ initialSection: 'studio' });
  await setFindings(page);
  await page.getByRole('tab', { name: 'Studio' }).waitFor();
  await page.getByText('Nothing can be recorded on this page.').waitFor();
  await page.getByRole('button', { name: 'Withdraw: Place an order' }).first().click();
  await page.locator('.ask button.grave').click();
  await page.getByText('Proposal withdrawn.').waitFor();
  await page.context().close();
});

test('while the person records, steps are listed as they come, with how well each control is known', async () => {
  const { page } = await openStudio();
  await page.getByRole('button', { name: 'Record how you do it' }).click();
  const live = page.locator('.live-steps li');
  await expect.poll(() => live.count()).toBe(3);
  expect(await live.nth(1).innerText()).toMatch(
    /Choose the customer[\s\S]*Weak: may be mistaken[\s\S]*Most similar: list “Supplier”/,
  );
  await inPanel(page, ({ studio }) => {
    const draft = studio.drafts.find(({ id }) => id.endsWith('1'))!;
    if (draft.guide.kind === 'walkthrough')
      draft.guide.steps.push({ ...draft.guide.steps[0]!, id: 'print', title: 'Choose Print' });
  });
  await page.getByText('Step added: Choose Print').waitFor();
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await step(page, 'Choose Print').waitFor();
  await page.context().close();
});

test('what was not caught is announced at once and added by hand; frames that are not seen are named', async () => {
  const { page } = await openStudio();
  await startRecording(page);
  const alert = page.getByRole('alert');
  await alert.getByText('Not caught: button. It is in a closed part of the page.').waitFor();
  await page.getByText('2 parts of this page are not seen').waitFor();
  await alert.getByRole('button', { name: 'Add by hand' }).first().click();
  await expect.poll(() => page.locator('.live-steps li').count()).toBe(4);
  await expect.poll(() => alert.getByRole('listitem').count()).toBe(1);
  await page.context().close();
});

test('a text is previewed as readers see it, saved by itself, undone and redone by keys', async () => {
  const { page } = await openEditor();
  await step(page, 'Choose Save').click();
  const body = page.getByRole('textbox', { name: 'Text (Markdown)' });
  await body.fill('Press *now*.');
  expect(await page.locator('.preview em').innerText()).toBe('now');
  await saved(page);
  expect(stepsOf(await stored(page))[2]!.body).toBe('Press *now*.');
  await body.press('Control+z');
  await expect.poll(() => body.inputValue()).toBe('Choose **Save**.\n\nThe number of the order appears above.');
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => body.inputValue()).toBe('Press *now*.');
  await page.context().close();
});

test('a second language stands beside the first', async () => {
  const { page } = await openEditor();
  await page.getByLabel('Edit another language as well').selectOption('German');
  await page.getByRole('textbox', { name: 'Title (German)' }).fill('Eine Bestellung aufgeben');
  await saved(page);
  expect((await stored(page)).guide.title).toEqual({ en: 'Place an order (sample)', de: 'Eine Bestellung aufgeben' });
  await page.context().close();
});

test('the surroundings of a step are drawn from boxes and words, with the control marked', async () => {
  const { page } = await openEditor();
  await step(page, 'Choose Save').click();
  const picture = page.getByRole('img', { name: 'Picture of the step: Choose Save' });
  expect(await picture.locator('text').allTextContents()).toEqual(['New order', 'Save', 'Cancel']);
  expect(await picture.locator('.step-drawing-target text').textContent()).toBe('Save');
  expect(await picture.locator('.step-drawing-bar').count()).toBe(1);
  await page.context().close();
});

test('Alt with an arrow key moves a step, which keeps the focus and is announced', async () => {
  const { page } = await openEditor();
  await step(page, 'Choose Save').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByText('Choose Save is now number 2 of 3.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('step-save');
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByText('Choose Save is now number 1 of 3.').waitFor();
  await saved(page);
  expect(stepsOf(await stored(page)).map(({ id }) => id)).toEqual(['save', 'new-order', 'customer']);
  await page.context().close();
});

test('by keyboard alone a step is opened, split, deleted and brought back', async () => {
  const { page } = await openEditor();
  const count = () => page.locator('.step-head').count();
  await step(page, 'Choose Save').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Split in two' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(count).toBe(4);
  await page.getByRole('button', { name: 'Delete step' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Deleted: Choose Save. Ctrl+Z brings it back.').waitFor();
  await expect.poll(count).toBe(3);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('step-save-2');
  await saved(page);
  await step(page, 'Choose New order').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(count).toBeGreaterThan(3);
  await page.context().close();
});

test('what the format does not allow stays in the field with the reason, and is not saved', async () => {
  const { page } = await openEditor();
  await step(page, 'Choose Save').click();
  await page.getByText('Place, waiting and exceptions').click();
  const place = page.getByLabel('Place of the step');
  await place.fill('orders(');
  await page.locator('.field-faults', { hasText: 'must begin with' }).waitFor();
  expect(await place.getAttribute('aria-invalid')).toBe('true');
  await place.blur();
  expect(await place.inputValue()).toBe('orders(');
  expect(stepsOf(await stored(page))[2]!.at).toBeUndefined();
  await place.fill('/orders/:id');
  await saved(page);
  expect(stepsOf(await stored(page))[2]!.at).toBe('/orders/:id');
  await page.context().close();
});

test('a fault of the draft stands at its field, and its step says that it has one', async () => {
  const { page } = await openStudio();
  await setFindings(page);
  await page.locator('.draft-open').first().click();
  await expect.poll(() => step(page, 'Choose Save').innerText()).toContain('2 faults');
  await step(page, 'Choose Save').click();
  await page.locator('.field', { hasText: 'Text (Markdown)' }).getByText('Is long. Shorten it.').waitFor();
  await page.context().close();
});

test('an edit that would break a branch is refused with the step that branches', async () => {
  const { page } = await openEditor();
  await step(page, 'Choose New order').click();
  await page.getByText('Branches (0)').click();
  await page.getByRole('button', { name: 'Add a branch' }).click();
  await page.getByLabel('Go to', { exact: true }).selectOption('3. Choose Save');
  await saved(page);
  await page.getByRole('button', { name: 'Merge with the next' }).click();
  await page.getByText('This step leads elsewhere by a branch: 1. Choose New order.').waitFor();
  expect(stepsOf(await stored(page))).toHaveLength(3);
  await page.context().close();
});

test('a control that is missing is replaced by the most similar one, or pointed at anew', async () => {
  const { page } = await openStudio();
  await setFindings(page);
  await page.locator('.draft-open').first().click();
  await step(page, 'Choose Save').click();
  const control = page.getByRole('group', { name: 'Control' });
  await control.getByText('Missing').waitFor();
  await control.getByText('What differs: another kind · another name · another place').waitFor();
  await control.getByRole('button', { name: 'Take instead: button “Save order”' }).click();
  await control.getByText('button “Save order”', { exact: true }).waitFor();
  await control.getByRole('button', { name: 'Point at another' }).click();
  await control.getByText('button “Picked”').waitFor();
  await page.context().close();
});

test('a control that is found less surely than recorded says what differs, and is recorded anew only by a press', async () => {
  const { page } = await openStudio();
  await setFindings(page);
  await page.locator('.draft-open').first().click();
  await page.locator('.step-head').first().click();
  const control = page.getByRole('group', { name: 'Control' });
  await control.getByText('Found, but weak').waitFor();
  await control.getByText('What differs: another place · much like another beside it').waitFor();
  const before = stepsOf(await stored(page))[0]!.anchor;
  expect(before).not.toMatchObject({ name: 'Save order' });
  await control.getByRole('button', { name: 'Take it as it is today' }).click();
  await control.getByText('button “Save order”', { exact: true }).waitFor();
  await page.context().close();
});

test('a message that appeared while recording becomes a check when the person wants it', async () => {
  const { page } = await openEditor();
  await step(page, 'Choose Save').click();
  await page.locator('.offers').getByRole('button', { name: 'Add a check' }).click();
  await page.getByText('Checks (1)').waitFor();
  await expect.poll(() => page.locator('.offers li').count()).toBe(0);
  await saved(page);
  expect(stepsOf(await stored(page))[2]!.checks).toMatchObject([
    { requires: { is: 'appears', anchor: { name: 'Order saved' } } },
  ]);
  await page.context().close();
});

test.each([
  ['Keep mine', 'Mine', 'Mine'],
  ['Take the other', 'Other', 'Other'],
])('a draft that was changed elsewhere shows both versions: %s', async (button, shown, title) => {
  const { page } = await openEditor();
  await inPanel(page, ({ studio }) => {
    const draft = studio.drafts.find(({ id }) => id.endsWith('1'))!;
    draft.guide.title = 'Other';
    draft.revision += 1;
  });
  await page.getByRole('textbox', { name: 'Title' }).first().fill('Mine');
  const row = page.getByRole('row', { name: /title/ });
  await expect.poll(() => row.getByRole('cell').allInnerTexts()).toEqual(['Mine', 'Other']);
  await page.getByRole('button', { name: button }).click();
  await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).first().inputValue()).toBe(shown);
  await saved(page);
  expect((await stored(page)).guide.title).toBe(title);
  await page.context().close();
});

test('what cannot be saved is said, stays in the editor, and is saved with the next change', async () => {
  const { page } = await openEditor();
  await inPanel(page, ({ studio }) => {
    studio.isFull = true;
  });
  const title = page.getByRole('textbox', { name: 'Title' }).first();
  await title.fill('First');
  await page.getByText('Not saved. The disk is full.').waitFor();
  await page.getByRole('button', { name: 'All drafts' }).click();
  expect(await title.inputValue()).toBe('First');
  await inPanel(page, ({ studio }) => {
    studio.isFull = false;
  });
  await title.fill('Second');
  await saved(page);
  expect((await stored(page)).guide.title).toBe('Second');
  await page.context().close();
});

test('a proposal is sent as shown, with the credit that was chosen, and can be withdrawn', async () => {
  const { page } = await openEditor();
  await page.getByRole('button', { name: 'Propose it' }).click();
  await page.getByText('Shown as: How a colleague does it').waitFor();
  await page.getByLabel('Your department').fill('Purchasing');
  await page.getByText('Shown as: How a colleague in Purchasing does it').waitFor();
  await page.getByText('What is sent').click();
  const payload = JSON.parse(await page.locator('form pre').innerText());
  expect(payload).toMatchObject({ app: 'orders', credit: { department: 'Purchasing' }, guide: { id: 'place-an-order' } });
  await page.getByRole('button', { name: 'Send proposal' }).click();
  await page.getByText('Proposed. You see here what becomes of it.').waitFor();
  const asked = await inPanel(page, ({ studio }) => studio.asked.filter(({ name }) => name === 'studio.propose'));
  expect(asked.map(({ body }) => body)).toMatchObject([{ credit: { department: 'Purchasing' } }]);
  await page.getByRole('button', { name: 'All drafts' }).click();
  await page.getByText('Waiting to be sent').waitFor();
  await page.getByRole('button', { name: 'Withdraw: Place an order' }).click();
  await page.locator('.ask button.grave').click();
  await page
    .locator('section', { has: page.locator('#proposals') })
    .getByText('Withdrawn', { exact: true })
    .waitFor();
  await page.context().close();
});

test('the author’s answer and the people whom a proposal helped are shown', async () => {
  const { page } = await openStudio();
  await setFindings(page);
  await page.getByText('Thank you: it helped at least 20 people.').waitFor();
  await page.getByText('Which customer?').waitFor();
  await page.getByText('Returned: please change it').waitFor();
  await page.context().close();
});

test('a draft is tried in this browser until that is ended', async () => {
  const { page } = await openEditor();
  await page.getByRole('button', { name: 'Try it here' }).click();
  await page.getByText('It runs in this browser only.').waitFor();
  await page.getByRole('button', { name: 'Stop trying' }).click();
  await page.getByRole('button', { name: 'Try it here' }).waitFor();
  const asked = await inPanel(page, ({ studio }) => studio.asked.filter(({ name }) => name === 'studio.try'));
  expect(asked.map(({ body }) => body)).toEqual([{ id: '00000000-0000-4000-8000-000000000001' }, { id: null }]);
  await page.context().close();
});

test('a draft is saved as a pack, a handout, a Playwright test and a recording, with a list of what each cannot hold', async () => {
  const { page } = await openEditor();
  await page.getByText('Export', { exact: true }).click();
  const saving = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), content: await text(await download.createReadStream()) };
  };
  const pack = await saving('Pack (JSON)');
  expect(pack.name).toBe('place-an-order.pack.json');
  expect(JSON.parse(pack.content)).toMatchObject({ format: 'cairn/1', app: 'orders', guides: [{ id: 'place-an-order' }] });
  const handout = await saving('Handout to print');
  expect(handout.name).toBe('place-an-order.html');
  expect(handout.content).toMatch(/<svg[\s\S]*Cancel/);
  const spec = await saving('Playwright test');
  expect(spec.name).toBe('place-an-order.spec.ts');
  expect(spec.content).toContain('getByRole("button", { name: "New order"');
  const recording = await saving('Chrome DevTools Recorder (JSON)');
  expect(recording.name).toBe('place-an-order.recording.json');
  expect(JSON.parse(recording.content)).toMatchObject({ title: 'Place an order (sample)' });
  await page.getByText('Step 2 (customer)').waitFor();
  await page.context().close();
});

test('a deleted draft leaves the focus in the list, and a trial is ended there too', async () => {
  const { page } = await openStudio();
  await inPanel(page, ({ studio, changed }) => {
    studio.state = { ...studio.state, trying: studio.drafts[0]!.id };
    changed();
  });
  await page.getByText('A draft is being tried in this browser.').waitFor();
  await page.getByRole('button', { name: 'Stop trying' }).click();
  await expect.poll(() => page.getByText('A draft is being tried in this browser.').count()).toBe(0);
  await page.getByRole('button', { name: 'Delete: Filter orders' }).click();
  await page.locator('.ask button.grave').click();
  await page.getByText('Draft deleted.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('drafts');
  expect(await page.locator('.draft').count()).toBe(1);
  await page.context().close();
});

test('an import lists what it left out before the draft is opened', async () => {
  const { page } = await openStudio();
  await inPanel(page, ({ studio }) => {
    studio.losses = ['Step 3: a value that was typed is left out.'];
  });
  await page.getByText('Write or import a guide').click();
  const file = { name: 'recording.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  await page.getByLabel('Import a recording').setInputFiles(file);
  await page.getByText('One thing could not be taken over:').waitFor();
  await page.getByText('Step 3: a value that was typed is left out.').waitFor();
  await page.context().close();
});

test('nothing is lost while nobody answers: drafts say so, and are there again', async () => {
  const { page } = await openStudio();
  await inPanel(page, ({ studio, changed }) => {
    studio.isBroken = true;
    changed();
  });
  await page.getByRole('button', { name: 'Try it here' }).or(page.locator('.draft-open').first()).first().click();
  await page.locator('#section [role=status]', { hasText: /\S/ }).first().waitFor();
  await inPanel(page, ({ studio, changed }) => {
    studio.isBroken = false;
    changed();
  });
  await page.locator('.step-head').first().waitFor();
  await page.context().close();
});

test('a draft is repeated in the language of the page: its steps say which of them are done', async () => {
  const { page, faults } = await openEditor();
  await page.getByRole('button', { name: 'Repeat in the language of this page' }).click();
  await page.getByText('Do the same task once more in German.').waitFor();
  await page.getByText('Steps done: 1 of 3').waitFor();
  await page.getByText('Actions that match no step: 2.').waitFor();
  const ticked = await page.locator('.live-steps li').evaluateAll((rows) => rows.map((row) => row.textContent.includes('Done')));
  expect(ticked).toEqual([true, false, false]);
  const asked = await inPanel(page, ({ studio }) => studio.asked.filter(({ name }) => name === 'studio.record'));
  expect(asked).toMatchObject([{ body: { translate: true } }]);
  expect(await violationsOn(page)).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a draft that cannot be read is listed with the reason, and can be deleted', async () => {
  const { page } = await openStudio();
  await inPanel(page, ({ studio, changed }) => {
    const why = 'guide.steps[0].id is missing. Delete the draft, and record it again.';
    studio.unreadable = [{ id: '00000000-0000-4000-8000-000000000009', why }];
    changed();
  });
  await page.getByText('guide.steps[0].id is missing. Delete the draft, and record it again.').waitFor();
  await page.getByRole('button', { name: 'Delete: A draft that cannot be read' }).click();
  await page.locator('.ask button.grave').click();
  await page.getByText('Draft deleted.').waitFor();
  expect(await page.getByText('A draft that cannot be read').count()).toBe(0);
  await page.context().close();
});
