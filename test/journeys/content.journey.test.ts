import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase } from '../run/shared-postgres.ts';
import { contentPack } from './content-pack.ts';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { extensionFrame } from './harness/frame-in-chromium.ts';
import { overlayAxeViolations } from './harness/overlay-axe-violations.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { type Screens, startScreens } from './harness/screens.ts';
import type { Surface } from './harness/surface.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let chromium: ChromiumJourney;
let shots: Screens;
let hub: pg.Client;

beforeAll(async () => {
  const database = await createDatabase();
  stage = await startStage(lifetime, database);
  await stage.publish(contentPack());
  Object.assign(stage.policy, { packs: [{ url: `${stage.hub.url}/v1/packs/shop-content` }] });
  hub = new pg.Client({ connectionString: database });
  await hub.connect();
  lifetime.defer(() => hub.end());
  shots = await startScreens('content');
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy });
});

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const button = (name: string) => ({ role: 'button', name });
const region = (name: string) => ({ role: 'region', name });
/** So long would anything that speaks unasked have come by. */
const PROMPT_WITHIN_MS = 3000;
/** A tip opens 500 ms after the pointer comes to rest, and closes 350 ms after it has left. */
const TIP_DELAYS_MS = 600;

interface Opened {
  page: Page;
  cairn: Surface;
}

async function open(path: string, browser = chromium): Promise<Opened> {
  const page = await browser.context.newPage();
  await page.goto(stage.shop + path);
  return { page, cairn: overlaySurface(page) };
}

/** What the hub holds of a kind, in the order it came. */
async function entries(kind: string): Promise<{ app: string; route: string; payload: Record<string, unknown> }[]> {
  return (await hub.query('select app, route, payload from entries where kind = $1 order by seq', [kind])).rows;
}

const answered = (guide: string) =>
  eventually(
    async () => (await entries('answer')).find(({ payload }) => (payload.about as { guide: string }).guide === guide),
    async () => `No answer to ${guide} at the hub, which holds ${JSON.stringify(await entries('answer'))}`,
  );

/** The device's memory made older: caps and the rest after a dismissal are over, and nothing else is forgotten. */
async function aMonthLater(browser = chromium): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const { guideHistory } = (await chrome.storage.local.get('guideHistory')) as {
      guideHistory?: { value: Record<string, { dismissedAt?: number }> };
    };
    for (const one of Object.values(guideHistory?.value ?? {})) if (one.dismissedAt) one.dismissedAt -= 31 * 86_400_000;
    if (guideHistory) await chrome.storage.local.set({ guideHistory });
    await chrome.storage.local.remove('shownPrompts');
  });
}

beforeEach(() => aMonthLater());

/** Nothing of that name speaks, though it would have had the time. */
async function silent({ page, cairn }: Opened, name: string): Promise<void> {
  await cairn.find(launcher);
  await pageHasRun(page, PROMPT_WITHIN_MS);
  expect(await cairn.exists(region(name))).toBe(false);
}

/** A picture in each, and nothing that axe finds wrong. */
async function inBothLights({ page }: Opened, title: string): Promise<void> {
  await pageHasRun(page, 300);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await shots.take(page, `${title}-${colorScheme}`);
    expect(await overlayAxeViolations(page, colorScheme), `${title}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

describe('an underlined tip', () => {
  const line = button('Tip: Or copy an old one');
  const card = { role: 'dialog', name: 'Tip: Or copy an old one' };

  test('an underlined tip opens on hover and focus, closes with them, and stays after a press', async () => {
    const at = await open('/index.html');
    const { page, cairn } = at;
    await cairn.find(line);
    const control = page.getByRole('button', { name: 'New order' });
    await control.hover();
    await cairn.find(card);
    await inBothLights(at, 'underline');
    await page.mouse.move(900, 500);
    await cairn.gone(card);

    await page.keyboard.press('Escape');
    await control.focus();
    for (let i = 0; i < 4 && !(await cairn.exists(card)); i += 1) {
      await page.keyboard.press('Tab');
      await pageHasRun(page, 50);
    }
    await cairn.find(card);
    await page.keyboard.press('Escape');
    await cairn.gone(card);
    await pageHasRun(page, TIP_DELAYS_MS);
    expect(await cairn.exists(card)).toBe(false);

    const { x, y, width } = await cairn.where(line);
    await page.mouse.click(x + width / 2, y + 5);
    await cairn.find(card);
    await page.mouse.move(900, 500);
    await pageHasRun(page, TIP_DELAYS_MS);
    expect(await cairn.exists(card)).toBe(true);
    await control.click();
    expect(await cairn.exists(card)).toBe(true);
    await page.close();
  });
});

describe('notices', () => {
  const notice = region('News: Scan instead of typing');

  test('prompts wait while a form is being filled in, take no focus and move nothing', async () => {
    const at = await open('/order.html');
    await at.page.getByLabel('Approved by').pressSequentially('Ada');
    await silent(at, notice.name);
    await at.page.reload();
    const approve = at.page.getByRole('button', { name: 'Approve order' });
    const before = await approve.boundingBox();
    await at.cairn.find(notice);
    expect(await approve.boundingBox()).toEqual(before);
    expect(await at.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    expect(await at.cairn.text({ role: 'status' })).toBe('News: Scan instead of typing');
    await inBothLights(at, 'notice');
    await at.page.close();
  });

  test('prompts make way for the field being typed in', async () => {
    const at = await open('/order.html');
    await at.cairn.find(notice);
    const card = await at.cairn.where(notice);
    // The page puts a field under the card.
    await at.page.evaluate(({ x, y }) => {
      const field = Object.assign(document.createElement('input'), { id: 'under' });
      Object.assign(field.style, { position: 'fixed', left: `${x + 20}px`, top: `${y + 20}px` });
      document.body.append(field);
      field.focus();
    }, card);
    await eventually(
      async () => {
        const moved = await at.cairn.where(notice);
        return moved.x !== card.x || moved.y !== card.y;
      },
      () => 'The notice stays over the field',
    );
    await at.page.close();
  });

  test('a notice stays away after two dismissals, and a banner leads to its guide', async () => {
    const at = await open('/order.html');
    for (const turn of ['first', 'second']) {
      await at.cairn.click(button('Not now'));
      await at.cairn.gone(notice);
      await aMonthLater();
      await at.page.reload();
      if (turn === 'first') await at.cairn.find(notice);
    }
    const banner = region('News: A shorter list');
    await at.cairn.find(banner);
    await inBothLights(at, 'banner');
    await at.cairn.click(button('See the list'));
    await at.page.waitForURL('**/products.html?new');
    await aMonthLater();
    await at.page.goto(`${stage.shop}/order.html`);
    await silent(at, banner.name);
    await at.page.close();
  });
});

describe('questions', () => {
  test('a UMUX-Lite question sends two ratings to the hub and is not asked again', async () => {
    const at = await open('/products.html');
    await at.cairn.find(region('Question: How is the shop for you?'));
    await inBothLights(at, 'question');
    const points = async (nth: number, point: number) => {
      const group = await at.cairn.where({ role: 'group', name: nth === 0 ? /capabilities/ : /easy to use/ });
      await at.page.mouse.click(group.x + (group.width * (point - 0.5)) / 7, group.y + group.height - 45);
    };
    await points(0, 6);
    await points(1, 5);
    await shots.take(at.page, 'question-rated');
    await at.cairn.click(button('Send'));
    await eventually(
      async () => (await at.cairn.text()).includes('Thank you for your answer.'),
      () => at.cairn.text(),
    );
    expect(await answered('umux')).toMatchObject({
      app: 'shop',
      route: '/products.html',
      payload: { about: { pack: 'shop-content', guide: 'umux' }, answer: { what: 'umux-lite', capabilities: 6, ease: 5 } },
    });
    await at.cairn.click(button('Close'));
    await at.page.close();
  });

  test('a choice question is answered with one press', async () => {
    const at = await open('/products.html');
    await at.cairn.find(region('Question: How do you mostly order?'));
    await inBothLights(at, 'choice');
    await at.cairn.click(button('By phone'));
    expect((await answered('how')).payload).toMatchObject({ answer: { what: 'choice', option: 'phone' } });
    await at.page.close();
  });

  test('a written answer is typed where the page gets no key events, and is sent without a name', async () => {
    const at = await open('/products.html');
    await at.page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const type of ['keydown', 'input', 'beforeinput'])
        addEventListener(type, (event) => heard.push(`${type} ${(event as KeyboardEvent).key ?? ''}`), true);
    });
    await at.cairn.click(button('Write an answer'));
    const form = extensionFrame(at.page, chromium.extensionId);
    await form.type({ role: 'textbox', name: 'Your answer' }, 'Fewer clicks.');
    expect(await form.exists({ role: 'textbox', name: /name/i })).toBe(false);
    await inBothLights(at, 'words');
    await form.click(button('Send'));
    expect((await answered('why')).payload).toMatchObject({ answer: { what: 'words', words: 'Fewer clicks.' } });
    expect(await at.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    await at.cairn.click(button('Close'));
    await at.page.close();
  });

  test('a question declined once is not asked again', async () => {
    const at = await open('/products.html');
    await at.cairn.find(region('Question: One more?'));
    await at.cairn.click(button('No thanks'));
    await at.cairn.gone(region('Question: One more?'));
    await aMonthLater();
    await at.page.reload();
    await silent(at, 'Question: One more?');
    await at.page.close();
  });
});

describe('replies', () => {
  const reply = region('You said, we did: Orders by customer');

  test('a reply is shown beside its control to the person who gave the feedback, and to others only if it is news for everyone', async () => {
    const at = await open('/index.html');
    await silent(at, reply.name);
    await at.cairn.click(launcher);
    await at.cairn.click(button('Something is missing'));
    await stage.arrives(({ choice }) => choice === 'missing');
    await at.page.reload();
    await at.cairn.find(reply);
    expect(await at.cairn.text(reply)).toContain('Thank you. Your feedback led to this.');
    await inBothLights(at, 'reply');
    await at.cairn.click(button('Got it'));
    await at.cairn.gone(reply);
    await aMonthLater();
    await at.page.reload();
    await silent(at, reply.name);
    await at.page.goto(`${stage.shop}/`);
    const news = region('News: Printing is back');
    await at.cairn.find(news);
    expect(await at.cairn.text(news)).not.toContain('You said');
    await shots.take(at.page, 'reply-as-news');
    await at.cairn.click(button('Got it'));
    await at.page.close();
  });

  test('the hub receives what was shown, dismissed, followed and read, and not whom a reply fits', async () => {
    const heard = (await entries('guide')).map(({ payload }) => `${(payload.about as { guide: string }).guide} ${payload.what}`);
    for (const one of ['barcode shown', 'barcode dismissed', 'new-list finished', 'umux shown', 'late dismissed'])
      expect(heard).toContain(one);
    expect(JSON.stringify(await entries('guide'))).not.toMatch(/route.*index\.html.*missing/);
  });
});

describe('checklists', () => {
  const list = region('Checklist: Your first week');
  const done = async ({ cairn }: Opened, count: number) =>
    eventually(
      async () => (await cairn.text(list)).includes(`${count} of 3 done`),
      () => cairn.text(),
    );
  // The tests before have been at the orders and then at the products, which may have finished the task.
  beforeAll(async () => (await chromium.worker()).evaluate(() => chrome.storage.local.remove('checklists')));

  test('a notice announces a checklist, never opens it unasked, is silent for 30 days after "Not now", and for good once it was opened', async () => {
    const announced = region('News: New here?');
    const at = await open('/order.html');
    await at.cairn.find(announced);
    expect(await at.cairn.exists(list)).toBe(false);
    expect(await at.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await inBothLights(at, 'announcement');
    await at.cairn.click(button('Not now'));
    await at.cairn.gone(announced);
    await at.page.reload();
    await silent(at, announced.name);
    await aMonthLater();
    await at.page.reload();
    await at.cairn.click(button('Show me'));
    await done(at, 0);
    await at.cairn.gone(announced);
    await at.cairn.click(button('Close'));
    await at.cairn.gone(list);
    await aMonthLater();
    await at.page.reload();
    await silent(at, announced.name);
    await at.page.close();
  });

  test('a checklist opens from the button, counts what was really done, survives page loads, and thanks at the end', async () => {
    const at = await open('/order.html');
    await silent(at, list.name);
    await at.cairn.click(launcher);
    await shots.take(at.page, 'checklist-offered');
    await at.cairn.click({ role: 'button', name: /^Your first week/ });
    await done(at, 0);
    await inBothLights(at, 'checklist');

    await at.cairn.click(button('Go there: See an order'));
    await at.page.waitForURL('**/order.html?id=10001');
    await done(at, 1);

    await at.cairn.click(button('Minimise'));
    await at.page.reload();
    const pill = { role: 'button', name: /^Your first week\s+1 of 3 done/ };
    await at.cairn.find(pill);
    await inBothLights(at, 'checklist-folded');
    await at.cairn.click(pill);

    await at.cairn.click(button('Show me how: See how a code is scanned'));
    await at.cairn.gone(list);
    await at.cairn.click(button('Finish'));
    await at.cairn.click(button('Close'));
    await done(at, 2);

    await at.cairn.click(button('Go there: Look a product up'));
    await at.page.waitForURL('**/index.html');
    await done(at, 2);
    await at.page.getByRole('link', { name: 'Products' }).click();
    await done(at, 3);
    expect(await at.cairn.text(list)).toContain('You know your way round now.');
    await inBothLights(at, 'checklist-done');
    await at.cairn.click(button('Close'));
    await at.cairn.gone(list);
    await at.page.reload();
    await at.cairn.click(launcher);
    expect(await at.cairn.exists({ role: 'button', name: /^Your first week/ })).toBe(false);
    await at.page.close();
  });
});

describe('appearance', () => {
  const at320 = async (at: Opened, title: string) => {
    await at.page.setViewportSize({ width: 320, height: 640 });
    await pageHasRun(at.page, 100);
    await shots.take(at.page, `${title}-narrow`);
    await at.page.setViewportSize({ width: 1280, height: 720 });
  };

  test('prompts read from right to left in Arabic and fit narrow windows and forced colours', async () => {
    await stage.publish(contentPack('ar', 2));
    const arabic = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy, language: 'ar' });
    const each: [string, string, { role: string; name: string | RegExp }][] = [
      ['notice', '/order.html', region('جديد: امسح بدلًا من الكتابة')],
      ['question', '/products.html', region('سؤال: كيف تجد المتجر؟')],
      ['news', '/', region('جديد: عادت الطباعة')],
    ];
    for (const [title, path, sought] of each) {
      const at = await open(path, arabic);
      await at.cairn.find(sought);
      await pageHasRun(at.page, 100);
      await shots.take(at.page, `${title}-arabic`);
      await at320(at, `${title}-arabic`);
      await at.page.emulateMedia({ forcedColors: 'active' });
      await shots.take(at.page, `${title}-forced-colours`);
      await at.page.close();
      await aMonthLater(arabic);
    }
    const at = await open('/index.html', arabic);
    await at.cairn.click(button('Cairn: الملاحظات والأدلة'));
    await at.cairn.click({ role: 'button', name: /^أسبوعك الأول/ });
    await at.cairn.find(region('قائمة المهام: أسبوعك الأول'));
    await shots.take(at.page, 'checklist-arabic');
    await at320(at, 'checklist-arabic');
    await arabic.close();
  });
});
