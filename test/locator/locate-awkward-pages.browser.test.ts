import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser(join(import.meta.dirname, '../pages/locator'));

interface Case {
  name: string;
  page: 'toolbars' | 'grid' | 'menu';
  target: string;
  /** What happens between describing and locating; runs in the page. */
  change: () => void;
  /** Where it is then; null if it is gone. */
  truth: string | null;
  /** Where nothing tells it apart, nothing may be found; a wrong control never may. */
  mayAbstain?: true;
}

const part = (name: string, nth: number) => `[data-part="${name}"] button:nth-of-type(${nth})`;

const cases: Case[] = [
  {
    name: 'in a virtual grid, after its row scrolled and its elements show another row',
    page: 'grid',
    target: part('Part-1005', 1),
    change: () => (window as unknown as { show(from: number): void }).show(3),
    truth: part('Part-1005', 1),
  },
  {
    name: 'in a virtual grid, after its row scrolled out of sight',
    page: 'grid',
    target: part('Part-1005', 2),
    change: () => (window as unknown as { show(from: number): void }).show(200),
    truth: null,
  },
  {
    name: 'after the page changed to right to left',
    page: 'toolbars',
    target: '#archive',
    change: () => document.documentElement.setAttribute('dir', 'rtl'),
    truth: '#archive',
  },
  {
    name: 'among icons, after the page changed to right to left',
    page: 'toolbars',
    target: '.tools button:nth-child(3)',
    change: () => document.documentElement.setAttribute('dir', 'rtl'),
    truth: '.tools button:nth-child(3)',
  },
  {
    name: 'named by an attribute only, after the page changed its language',
    page: 'toolbars',
    target: '#restore',
    change: () => {
      document.documentElement.lang = 'de';
      const words: Record<string, string> = { Archive: 'Archivieren', Restore: 'Zurückholen', Lock: 'Sperren' };
      for (const one of document.querySelectorAll('[aria-label]'))
        one.setAttribute('aria-label', words[one.getAttribute('aria-label')!] ?? 'Haupt');
    },
    truth: '#restore',
    mayAbstain: true,
  },
  {
    name: 'in one of two menus, after the other one is shown instead',
    page: 'toolbars',
    target: '#wide-new',
    change: () => document.body.classList.add('small'),
    truth: '#narrow-new',
    mayAbstain: true,
  },
  {
    name: 'among icons without names, after their order changed',
    page: 'toolbars',
    target: '.tools button:nth-child(2)',
    change: () => document.querySelector('.tools')!.prepend(document.querySelector('.tools button:nth-child(4)')!),
    truth: '.tools button:nth-child(3)',
    mayAbstain: true,
  },
  {
    name: 'among icons without names, after it was removed',
    page: 'toolbars',
    target: '.tools button:nth-child(2)',
    change: () => document.querySelector('.tools button:nth-child(2)')!.remove(),
    truth: null,
  },
  {
    name: 'in a card, after another card was moved to the front',
    page: 'toolbars',
    target: '.card:nth-child(2) button',
    change: () => document.querySelector('#cards')!.prepend(document.querySelector('.card:nth-child(3)')!),
    truth: '.card:nth-child(3) button',
  },
  {
    name: 'in a card, after the card was removed',
    page: 'toolbars',
    target: '.card:nth-child(2) button',
    change: () => document.querySelector('.card:nth-child(2)')!.remove(),
    truth: null,
  },
  {
    name: 'in a card, on a page of other cards in another language, where order alone tells nothing',
    page: 'toolbars',
    target: '.card:nth-child(2) button',
    change: () => {
      document.documentElement.lang = 'de';
      const words: Record<string, string> = { Details: 'Einzelheiten', Hide: 'Ausblenden', Records: 'Akten' };
      for (const one of document.querySelectorAll('button, h1, a')) one.textContent = words[one.textContent!] ?? one.textContent;
      document.querySelectorAll('.card').forEach((card, i) => {
        card.querySelector('h3')!.textContent = ['Lyon', 'Porto', 'Gdansk'][i]!;
        card.querySelector('p')!.textContent = `${40 + i} offen`;
      });
    },
    truth: null,
  },
  {
    name: 'last in a menu, after it moved into an overflow item that took its place, in another language',
    page: 'menu',
    target: '#preferences',
    change: () => {
      document.documentElement.lang = 'de';
      const words = ['Start', 'Suche', 'Berichte', 'Artikel', 'Geräte'];
      document.querySelectorAll('nav a:not(#preferences)').forEach((one, i) => {
        one.textContent = words[i]!;
      });
      const more = document.createElement('li');
      more.innerHTML = '<a id="overflow" class="menu-item" href="#">Mehr</a><ul></ul>';
      document.querySelector('nav ul')!.append(more);
      more.querySelector('ul')!.append(document.querySelector('#preferences')!.parentElement!);
    },
    truth: null,
  },
  {
    name: 'in a card, with a dialog of the same words open at the end of the page',
    page: 'toolbars',
    target: '.card:nth-child(3) button',
    change: () => {
      document.querySelector('#portals')!.innerHTML =
        '<div role="dialog"><h3>South plant</h3><button type="button">Details</button><button type="button">Close</button></div>';
    },
    truth: '.card:nth-child(3) button',
  },
  {
    name: 'in a card, after the card moved into two nested shadow roots',
    page: 'toolbars',
    target: '.card:nth-child(1) button',
    change: () => {
      const host = document.createElement('x-outer');
      const inner = document.createElement('x-inner');
      host.attachShadow({ mode: 'open' }).append(inner);
      inner.attachShadow({ mode: 'open' }).append(...document.querySelectorAll('.card'));
      document.querySelector('#cards')!.append(host);
    },
    truth: 'x-outer >>> x-inner >>> .card:nth-child(1) button',
    mayAbstain: true,
  },
];

for (const { name, page, target, change, truth, mayAbstain } of cases)
  test(`a control ${name} is ${truth ? (mayAbstain ? 'not mistaken for another' : 'found') : 'not found'}`, async () => {
    const tab = await open(page);
    const anchor = await tab.evaluate((path) => cairn.describe(cairn.pick(path)), target);
    await tab.evaluate(change);
    const outcome = await tab.evaluate(
      ([anchor, truth]) => {
        const located = cairn.locate(anchor, document);
        const is = located.found ? (truth && located.element === cairn.pick(truth) ? 'right' : 'wrong') : 'nothing';
        return { is, why: located.why, confidence: located.found ? located.confidence : located.best?.confidence };
      },
      [anchor, truth] as const,
    );
    if (mayAbstain) expect(outcome.is, JSON.stringify(outcome)).not.toBe('wrong');
    else expect(outcome.is, JSON.stringify(outcome)).toBe(truth ? 'right' : 'nothing');
  });
