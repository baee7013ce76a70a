import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findProgram } from '../../../setup/find-programs.ts';
import type { CheckReport } from '../../../src/cli/check/check-report.ts';
import { run } from '../../../src/cli/run.ts';
import { serve } from '../../journeys/harness/serve.ts';
import { shopPack } from '../../journeys/shop.ts';
import { parseXml } from './parse-xml.ts';

const MINUTE = 60_000;
const SHOP_FOLDER = new URL('../../pages/shop/', import.meta.url);

let lifetime: AsyncDisposableStack;
let folder: string;
beforeEach(async () => {
  lifetime = new AsyncDisposableStack();
  folder = await mkdtemp(join(tmpdir(), 'cairn-check-test-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
});
afterEach(() => lifetime.disposeAsync());

type Edit = (html: string) => string;

/** The sample shop, as it is or after a release that changed it. */
const startShop = (edit: Edit = (html) => html) =>
  serve(lifetime, async ({ pathname }) => {
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    if (!/^[a-z]+\.html$/.test(file)) return undefined;
    return { type: 'text/html; charset=utf-8', body: edit(await readFile(new URL(file, SHOP_FOLDER), 'utf8')) };
  });

const startSite = (pages: Record<string, string>) =>
  serve(lifetime, async ({ pathname }) => {
    const body = pages[pathname];
    return body === undefined
      ? undefined
      : { type: 'text/html; charset=utf-8', body: `<!doctype html><title>Site</title>${body}` };
  });

async function write(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

/** Runs the command with a real browser, and reads the report that it wrote. */
async function check(pack: unknown, app: string, ...options: string[]) {
  return checkWith({}, pack, app, ...options);
}

async function checkWith(env: Record<string, string>, pack: unknown, app: string, ...options: string[]) {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const json = join(folder, 'report.json');
  const args = ['pack', 'check', await write('pack.json', pack), '--app', app, '--seconds', '2', '--json', json, ...options];
  const code = await run(args, {
    ...{ print, printError: print, today: '2026-11-30', askSecret: async () => undefined },
    env: { CHROME_PATH: findProgram('chromium'), ...env },
  });
  const report = JSON.parse(await readFile(json, 'utf8').catch(() => '{"guides":[]}')) as CheckReport;
  const anchors = report.guides.flatMap((guide) => guide.anchors);
  const states = Object.fromEntries(anchors.map(({ guide, step, state }) => [step ?? guide, state]));
  return { code, printed, report, anchors, states };
}

const one = (...guides: object[]) => ({
  format: 'cairn/1',
  id: 'site',
  version: 1,
  app: 'site',
  title: 'Site',
  language: 'en',
  guides,
});
const walk = (...steps: object[]) => one({ kind: 'walkthrough', id: 'walk', title: 'Walk', steps });
const step = (id: string, name: string, more: object = {}) => ({
  ...{ id, title: id, body: id, anchor: { role: 'button', name }, advance: { on: 'click' } },
  ...more,
});

test(
  'every guide of a pack is followed in a browser, and each anchor is found',
  async () => {
    const junit = join(folder, 'report.xml');
    const { code, printed, states, report } = await check(shopPack(), await startShop(), '--do-risky', '--junit', junit);
    expect(states).toEqual({ search: 'found', find: 'found', look: 'found', approve: 'found', export: 'found' });
    expect(report.guides.map(({ outcome }) => outcome)).toEqual(['examined', 'walked']);
    expect(code).toBe(0);
    expect(printed.at(-1)).toMatch(/^5 found, in \d+(\.\d)? s\.$/);
    expect(parseXml(await readFile(junit, 'utf8')).attributes).toMatchObject({ tests: '6', failures: '0' });
  },
  MINUTE,
);

test(
  'after a release, a control that was renamed, doubled or removed is reported with its step, and the exit code says so',
  async () => {
    const renamed = await check(
      shopPack(),
      await startShop((html) => html.replace('Approve order', 'Release order')),
      '--do-risky',
    );
    expect(renamed).toMatchObject({ code: 1, states: { look: 'found', approve: 'absent', export: 'not-reached' } });
    expect(renamed.printed.join('\n')).toMatch(/absent +step approve, control: button "Approve order"\. .*\(at \/order\.html\)/);
    const doubled = (html: string) =>
      html.replace('<button type="button" id="go">', '<button type="button">Search</button><button>');
    expect(await check(shopPack(), await startShop(doubled), '--do-risky')).toMatchObject({
      code: 1,
      states: { look: 'ambiguous' },
    });
    const hidden = (html: string) => html.replace('<search>', '<search hidden>');
    expect(await check(shopPack(), await startShop(hidden), '--do-risky')).toMatchObject({
      code: 1,
      states: { search: 'hidden', find: 'hidden', look: 'not-reached' },
    });
  },
  3 * MINUTE,
);

test(
  'without being allowed, nothing is pressed that may change something',
  async () => {
    const site = await startSite({
      '/': "<button onclick=\"document.title='pressed'; document.body.append('Pressed')\">Delete</button><button>Next</button>",
    });
    const held = await check(walk(step('delete', 'Delete'), step('next', 'Next')), site);
    expect(held).toMatchObject({ code: 0, states: { delete: 'found', next: 'not-reached' } });
    expect(held.report.guides[0]).toMatchObject({ outcome: 'held' });
    expect((await check(walk(step('delete', 'Delete'), step('next', 'Next')), site, '--do-risky')).states).toEqual({
      delete: 'found',
      next: 'found',
    });
  },
  2 * MINUTE,
);

test(
  'controls in frames and shadow roots are found and pressed, also in a tab that the app opens and closes',
  async () => {
    const shadow = `<x-app></x-app><script>
      document.querySelector('x-app').attachShadow({ mode: 'open' }).innerHTML = '<button>In shadow</button>';
      document.querySelector('x-app').shadowRoot.firstChild.onclick = () => { document.querySelector('iframe').src = '/frame'; };
    </script><div style="height:3000px"></div><iframe></iframe>`;
    const site = await startSite({
      '/': shadow,
      '/frame': `<div style="height:500px"></div><button onclick="top.open('/tab')">In frame</button>`,
      '/tab': '<button onclick="window.close()">In tab</button>',
    });
    const guide = walk(step('shadow', 'In shadow'), step('frame', 'In frame'), step('tab', 'In tab'), step('back', 'In frame'));
    expect(await check(guide, site, '--do-risky')).toMatchObject({
      code: 0,
      states: { shadow: 'found', frame: 'found', tab: 'found', back: 'found' },
    });
  },
  MINUTE,
);

test(
  'a control in a frame of another origin is found where that origin is named, and not otherwise',
  async () => {
    const other = await startSite({ '/': '<button onclick="document.body.innerHTML=\'<button>After</button>\'">Inner</button>' });
    const site = await startSite({ '/': `<p>Here</p><iframe src="${other.replace('127.0.0.1', 'localhost')}/"></iframe>` });
    const guide = walk(step('inner', 'Inner'), step('after', 'After'));
    expect(await check(guide, site, '--do-risky')).toMatchObject({ code: 1, states: { inner: 'absent' } });
    const named = await check(guide, site, '--do-risky', '--origins', other.replace('127.0.0.1', 'localhost'));
    expect(named).toMatchObject({ code: 0, states: { inner: 'found', after: 'found' } });
  },
  2 * MINUTE,
);

test(
  'what lies over a control and the page’s own questions do not hang the check',
  async () => {
    const covered = '<button>Save</button><div style="position:fixed;inset:0;background:#fff"></div>';
    const site = await startSite({
      '/covered': covered,
      '/asks': "<button onclick=\"confirm('Sure?') && alert('Done')\">Ask</button>",
    });
    const guide = (go: string, name: string) =>
      walk(step('press', name, { at: go, go }), { id: 'end', title: 'End', body: 'End' });
    const over = await check(guide('/covered', 'Save'), site, '--do-risky');
    expect(over.code).toBe(1);
    expect(over.report.guides[0]!.reason).toContain('<div> lies over it');
    expect(await check(guide('/asks', 'Ask'), site, '--do-risky')).toMatchObject({ code: 0, states: { press: 'found' } });
  },
  2 * MINUTE,
);

const GESTURES_PAGE = `<style>div, button { display: block; width: 200px; height: 40px; } [hidden] { display: none; }</style>
  <button ondblclick="show('Twice')">Row</button>
  <button onmouseenter="show('Pointed')">Menu</button>
  <button onmousedown="dragged = true">Card</button>
  <button onmouseup="if (self.dragged) show('Dropped')">Lane</button>
  <div role="combobox" aria-expanded="false" tabindex="0" aria-label="Terms" onclick="this.ariaExpanded = 'true'; list.hidden = false">Net 30</div>
  <div id="list" role="listbox" aria-label="Terms" hidden><div role="option" onclick="terms(this)">Net 30</div><div role="option" onclick="terms(this)">Net 60</div></div>
  <label>Colour <select onchange="show('Coloured')"><option>Red</option><option>Blue</option></select></label>
  <label>Agreed <input type="checkbox" onchange="show('Agreed now')"></label>
  <script>
    const show = (name) => document.body.insertAdjacentHTML('beforeend', '<button>' + name + '</button>');
    const terms = (option) => { const box = list.previousElementSibling; list.hidden = true; box.ariaExpanded = 'false'; box.textContent = option.textContent; show('Chosen'); };
  </script>`;

test(
  'double clicks, pointing, dragging and choosing are done in a way that the app notices',
  async () => {
    const site = await startSite({ '/': GESTURES_PAGE });
    const seen = (name: string) => ({ requires: { is: 'appears', anchor: { role: 'button', name } }, message: name });
    const guide = walk(
      step('twice', 'Row', { advance: { on: 'double-click' }, checks: [seen('Twice')] }),
      step('point', 'Menu', { advance: { on: 'hover' }, checks: [seen('Pointed')] }),
      step('drag', 'Card', { advance: { on: 'drag', to: { role: 'button', name: 'Lane' } }, checks: [seen('Dropped')] }),
      step('terms', '', {
        anchor: { role: 'combobox', name: 'Terms' },
        advance: { on: 'choose', option: 'Net 60' },
        checks: [seen('Chosen')],
      }),
      step('colour', '', { anchor: { role: 'combobox', name: 'Colour' }, advance: { on: 'choose' }, checks: [seen('Coloured')] }),
      step('agree', '', { anchor: { role: 'checkbox', name: 'Agreed' }, advance: { on: 'input' }, checks: [seen('Agreed now')] }),
    );
    const { code, report } = await check(guide, site, '--do-risky');
    expect(report.guides[0]!.reason).toBeUndefined();
    expect(report.guides[0]).toMatchObject({ outcome: 'walked' });
    expect(code).toBe(0);
  },
  MINUTE,
);

test(
  'a page in a loop without end stops its guide, and the next guide is checked',
  async () => {
    const site = await startSite({ '/loop': '<button onclick="for (;;);">Loop</button>', '/fine': '<button>Fine</button>' });
    const steps = (name: string) => [step('press', name, { at: `/${name.toLowerCase()}`, go: `/${name.toLowerCase()}` })];
    const guides = ['Loop', 'Fine'].map((name) => ({
      kind: 'walkthrough',
      id: name.toLowerCase(),
      title: name,
      steps: steps(name),
    }));
    // A busy machine takes seconds to end the page that hangs and to load the next one.
    const patience = ['--seconds', '15', '--do-risky'];
    const { code, report } = await check(one(...guides), site.replace('127.0.0.1', 'localhost'), ...patience);
    expect(code).toBe(1);
    expect(report.guides.map(({ outcome }) => outcome)).toEqual(['stopped', 'walked']);
    expect(report.guides[0]!.reason).toContain('did not answer');
  },
  3 * MINUTE,
);

const SIGN_IN_PAGE = `<form onsubmit="
    event.preventDefault();
    document.cookie = 'user=' + this.user.value + ':' + this.secret.value;
    location = '/home';
  ">
  <label>User <input name="user"></label><label>Password <input name="secret" type="password"></label><button>Sign in</button></form>`;
const HOME_PAGE = `<script>
  const [user, secret] = (/user=([^;]*)/.exec(document.cookie) ?? [])[1]?.split(':') ?? [];
  if (secret !== 'open-sesame') location = '/';
  document.write('<h1>' + user + '</h1><button>' + user + ' settings</button><button>Help</button>');
</script>`;
const signIn = {
  steps: [
    { fill: { role: 'textbox', name: 'User' }, with: { env: 'SITE_USER' } },
    { fill: { role: 'textbox', name: 'Password' }, with: { env: 'SITE_PASSWORD' } },
    { click: { role: 'button', name: 'Sign in' } },
    { wait: { role: 'button', name: 'Help' } },
  ],
};

test(
  'signing in takes its values from the environment, and none of them is printed or written',
  async () => {
    const site = await startSite({ '/': SIGN_IN_PAGE, '/home': HOME_PAGE });
    const tips = ['Help', 'Settings'].map((name) => ({
      ...{ kind: 'tip', id: name.toLowerCase(), title: name, body: name, where: ['/home'] },
      anchor: { role: 'button', name },
    }));
    const steps = await write('sign-in.json', signIn);
    const env = { SITE_USER: 'ann-of-sales', SITE_PASSWORD: 'open-sesame' };
    const good = await checkWith(env, one(...tips), site, '--sign-in', steps);
    expect(good).toMatchObject({ code: 1, states: { help: 'found', settings: 'absent' } });
    const bad = await checkWith({ ...env, SITE_PASSWORD: 'wrong-word' }, one(...tips), site, '--sign-in', steps);
    expect(bad.code).toBe(2);
    expect(bad.printed.join('\n')).toContain('step 4 of signing in: button "Help" is absent.');
    for (const secret of ['ann-of-sales', 'open-sesame', 'wrong-word']) expect(JSON.stringify([good, bad])).not.toContain(secret);
  },
  2 * MINUTE,
);

test(
  'an app or a browser that cannot be used has the exit code 2',
  async () => {
    const gone = await check(shopPack(), 'http://127.0.0.1:9/');
    expect(gone).toMatchObject({ code: 2, printed: [expect.stringContaining('could not be opened')] });
    const noBrowser = await checkWith({ CHROME_PATH: '/bin/false' }, shopPack(), 'http://127.0.0.1:9/');
    expect(noBrowser).toMatchObject({ code: 2, printed: [expect.stringContaining('/bin/false could not be started')] });
  },
  MINUTE,
);
