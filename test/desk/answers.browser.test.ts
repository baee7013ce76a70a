import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AnsweredQuestion } from '../../src/model/hub-api/answer-figures.ts';
import { type DeskInBrowser, deskInBrowser } from './desk-in-browser.ts';
import { faultsOn } from './faults-on.ts';
import { overflow } from './overflow.ts';

const folder = join(import.meta.dirname, '../../.cairn/screens/desk');

const common = { app: 'orders', pack: 'orders-basics' };
const questions: AnsweredQuestion[] = [
  {
    ...common,
    guide: 'how',
    title: 'How are orders for you?',
    what: 'umux-lite',
    minPeople: 5,
    figure: { what: 'umux-lite', people: 31, until: '2026-11-16', score: 68, low: 61, high: 75 },
  },
  {
    ...common,
    guide: 'where',
    title: 'Wie bestellen Sie meistens, wenn es schnell gehen muss?',
    what: 'choice',
    minPeople: 10,
    figure: {
      what: 'choice',
      people: 42,
      until: '2026-11-16',
      options: [
        { id: 'here', text: 'Hier', share: 55 },
        { id: 'phone', text: 'Am Telefon, weil ich die Nummer der Lieferantin auswendig weiß', share: 20 },
        { id: 'mail', text: 'Per Mail', share: 'withheld' },
        { id: 'fax', share: 'few' },
      ],
    },
  },
  {
    ...common,
    guide: 'why',
    title: 'ما الذي يفيدك أكثر؟',
    what: 'words',
    minPeople: 10,
    figure: { what: 'words', people: 10, until: '2026-11-16' },
  },
  { ...common, app: 'travel', guide: 'trips', title: 'How are trips for you?', what: 'umux-lite', minPeople: 5, figure: null },
];

const words = ['A filter by supplier.', 'مسح الرمز', 'Weniger Klicks'];

let desk: DeskInBrowser;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());
beforeEach(() => {
  Object.assign(desk.hub, { questions, words, mood: 'well', role: 'facilitator' });
});

test.each(['light', 'dark'] as const)('each question shows its figure as a drawing and as text, in %s', async (colorScheme) => {
  const { page, violations } = await desk.visit({ colorScheme });
  await page.goto(desk.hub.link());
  await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Answers' }).click();
  const article = (name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });
  await expect.poll(() => article('How are orders for you?').innerText()).toContain('68 of 100');
  expect(await article('How are orders for you?').innerText()).toContain('95 % interval 61 to 75');
  expect(await article('How are orders for you?').innerText()).toContain('31 people, up to 16 Nov 2026');
  const poll = article('Wie bestellen').getByRole('listitem');
  expect(await poll.allInnerTexts()).toEqual([
    expect.stringMatching(/^Hier\s+55 %$/),
    expect.stringMatching(/^Am Telefon.*\s+20 %$/),
    expect.stringMatching(/^Per Mail\s+not shown$/),
    expect.stringMatching(/^fax\s+few$/),
  ]);
  expect(await page.getByRole('blockquote').count()).toBe(3);
  expect(await article('How are trips').innerText()).toContain('fewer than 5 people who count had answered');
  for (const width of [320, 768, 1280])
    for (const dir of ['rtl', 'ltr']) {
      await page.setViewportSize({ width, height: 860 });
      await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir);
      expect(await overflow(page), `${width}, ${dir}`).toEqual([]);
      expect(await faultsOn(page), `${width}, ${dir}`).toEqual([]);
      await page.screenshot({ path: join(folder, `7-answers-${colorScheme}-${width}-${dir}.png`), fullPage: true });
    }
  expect(violations).toEqual([]);
  await page.context().close();
});

test('a role that may not read what people wrote sees figures without it, and who reads it', async () => {
  desk.hub.role = 'viewer';
  const { page } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.getByText('What people wrote is read by facilitators and admins.').waitFor();
  expect(await page.getByRole('blockquote').count()).toBe(0);
  await page.context().close();
});

test('the answers page is reached by keyboard and kept by the address', async () => {
  const { page } = await desk.visit();
  await page.goto(desk.hub.link());
  const way = page.getByRole('link', { name: 'Answers' });
  await way.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Answers', level: 1 }).waitFor();
  expect(await way.getAttribute('aria-current')).toBe('page');
  await page.reload();
  await page.getByRole('heading', { name: 'How are trips for you?' }).waitFor();
  await page.keyboard.press('Tab');
  await page.goBack();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  await page.context().close();
});

test('the page says who counts, and how many browsers enrolled lately in coarse steps', async () => {
  const { page } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.getByRole('link', { name: 'Answers' }).click();
  await page.getByText('2 browsers count as one person').waitFor();
  await page.getByText('fewer than 10 browsers enrolled for the first time').waitFor();
  desk.hub.enrolledLately = 200;
  await page.reload();
  await page.getByText('at least 200 browsers enrolled for the first time').waitFor();
  await page.context().close();
});

test('a page without questions and an outage are explained', async () => {
  desk.hub.questions = [];
  const { page } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.getByRole('link', { name: 'Answers' }).click();
  await page.getByRole('heading', { name: 'No answers yet' }).waitFor();
  await page.getByRole('link', { name: 'Inbox' }).click();
  Object.assign(desk.hub, { questions, mood: 'ailing' });
  await page.getByRole('link', { name: 'Answers' }).click();
  await page.getByRole('heading', { name: 'The hub has a problem' }).waitFor();
  desk.hub.mood = 'well';
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByRole('heading', { name: 'How are orders for you?' }).waitFor();
  await page.context().close();
});
