import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bundle } from '../locate/bundle.ts';

/** How long the listeners of a page take for one kind of event, in milliseconds: the median of some, and the longest. */
interface HandlerCost {
  nodes: number;
  event: string;
  recorder: 'with' | 'without';
  median: number;
  longest: number;
}

const ROWS = 1250;
/** Eight nodes for each row, two of them controls. */
const page = `<!doctype html><html lang=en><h1>Orders</h1><label>Find <input id=find></label><table>${Array.from(
  { length: ROWS },
  (_, row) => `<tr><td><label><input type=checkbox> ${row}</label><td>Tools<td><b>Open</b><td><button>Open order</button>`,
).join('')}</table>`;
const EVENTS = ['pointerover', 'pointerdown', 'click', 'keydown', 'input'];
const PRESSES = 20;

/** Notes the time before and after all listeners that were added between the two. */
const noteTimes = `globalThis.noted={};const begun={};
const listen=(end)=>{for(const type of ${JSON.stringify(EVENTS)})addEventListener(type,()=>{const now=performance.now();if(end)(noted[type]??=[]).push(now-begun[type]);else begun[type]=now},true)};
listen(false);globalThis.listenLast=()=>document.addEventListener('DOMContentLoaded',()=>listen(true))`;

/** What the recorder adds to each event on a page of some 10,000 nodes; with it and without it in the same run. */
export async function handlerCosts(browser: Browser): Promise<HandlerCost[]> {
  const script = await bundle(join(import.meta.dirname, 'in-page.ts'), 'recordBench', {});
  return [
    ...(await costs(browser, 'without', '')),
    ...(await costs(browser, 'with', `globalThis.cairnReport=()=>{};${script};recordBench.start();`)),
  ];
}

async function costs(browser: Browser, recorder: HandlerCost['recorder'], script: string): Promise<HandlerCost[]> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  try {
    await context.addInitScript(`${noteTimes};${script}listenLast()`);
    await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: page }));
    const opened = await context.newPage();
    await opened.goto('https://shop.example/orders');
    for (let press = 0; press < PRESSES; press += 1) {
      await opened
        .locator('button')
        .nth(press % 10)
        .click();
      await opened.click('#find');
      await opened.keyboard.type('abc');
    }
    const nodes = await opened.evaluate(() => document.querySelectorAll('*').length);
    const noted = await opened.evaluate<Record<string, number[]>>('noted');
    return EVENTS.map((event) => ({ nodes, event, recorder, ...summaryOf(noted[event] ?? []) }));
  } finally {
    await context.close();
  }
}

function summaryOf(times: readonly number[]): Pick<HandlerCost, 'median' | 'longest'> {
  const sorted = times.toSorted((one, other) => one - other);
  const round = (ms = 0) => Math.round(ms * 10) / 10;
  return { median: round(sorted[Math.floor(sorted.length / 2)]), longest: round(sorted.at(-1)) };
}
