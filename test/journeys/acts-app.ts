import { freshSigner } from './harness/pack.ts';
import type { ManagedPolicy } from './harness/policy-content.ts';
import { startSmallApp } from './harness/small-app.ts';

/** A board whose every control is of the page's own making and acted on in another way; `done` says what really happened. */
const BOARD = `<!doctype html><html lang="en"><title>Board</title>
<style>
  body { font: 16px/1.4 sans-serif; margin: 16px }
  li, [role=option] { padding: 6px 10px; list-style: none }
  ul { min-height: 60px; width: 240px; padding: 8px; margin: 8px 0; background: #eee }
  #knob { position: relative; width: 90px; padding: 8px; background: #ccd; touch-action: none }
</style>
<h1>Board</h1>
<button id="menu" aria-haspopup="true">More</button> <span id="hint" hidden>Rename, copy, delete</span>
<p><span id="label">Status</span>
  <button id="state" role="combobox" aria-labelledby="label" aria-expanded="false" aria-controls="options">Choose</button></p>
<div id="options" role="listbox" aria-label="Status" hidden><div role="option">Open</div><div role="option">Closed</div></div>
<table aria-label="Orders"><tr><td><button id="row">Oldest order</button></td></tr></table>
<ul role="listbox" aria-label="Priorities" id="priorities"><li role="option" aria-label="Labels" tabindex="0" id="card">Labels</li><li role="option" aria-label="Letters">Letters</li></ul>
<div id="knob" role="button" aria-label="Marker" tabindex="0">Marker</div>
<p><label>Receipt <input type="file" id="receipt"></label></p>
<script>
  const done = [];
  menu.onpointerover = () => { hint.hidden = false; if (!done.includes('pointed')) done.push('pointed'); };
  state.onclick = () => { options.hidden = !options.hidden; state.setAttribute('aria-expanded', String(!options.hidden)); };
  options.onclick = ({ target }) => { state.textContent = target.textContent; options.hidden = true; state.setAttribute('aria-expanded', 'false'); done.push('chosen'); };
  row.ondblclick = () => done.push('opened');
  let isLifted = false;
  card.onkeydown = (event) => {
    const { key } = event;
    event.preventDefault();
    if (key === ' ' && isLifted) done.push('lowered');
    if (key === ' ') isLifted = !isLifted;
    if (key !== 'ArrowDown' || !isLifted) return;
    priorities.append(card);
    card.focus();
  };
  let from;
  knob.onpointerdown = (event) => { from = event.clientX; knob.setPointerCapture(event.pointerId); };
  knob.onpointermove = ({ clientX }) => { if (from !== undefined) knob.style.left = clientX - from + 'px'; };
  knob.onpointerup = () => { from = undefined; done.push('moved'); };
  receipt.onchange = () => done.push('attached');
</script>`;

const said = (title: string) => ({ title, body: 'As it is done here.' });
const step = (id: string, title: string, more: object) => ({ id, ...said(title), ...more });

/** One step for each act that is neither a click nor an entry. */
const pack = {
  format: 'cairn/1',
  id: 'board',
  version: 1,
  app: 'board',
  title: 'Board',
  language: 'en',
  sample: true,
  guides: [
    {
      kind: 'walkthrough',
      id: 'board',
      title: 'Tidy the board',
      steps: [
        step('point', 'Point at More', { anchor: { role: 'button', name: 'More' }, advance: { on: 'hover' } }),
        step('choose', 'Choose Closed', {
          anchor: { role: 'combobox', name: 'Status' },
          advance: { on: 'choose', option: 'Closed' },
        }),
        step('open', 'Open the oldest order', {
          anchor: { role: 'button', name: 'Oldest order' },
          advance: { on: 'double-click' },
        }),
        step('lower', 'Move Labels down', { anchor: { role: 'option', name: 'Labels' }, advance: { on: 'drag' } }),
        step('move', 'Move the marker', { anchor: { role: 'button', name: 'Marker' }, advance: { on: 'drag' } }),
        step('attach', 'Attach the receipt', { anchor: { role: 'textbox', name: 'Receipt' }, advance: { on: 'file' } }),
      ],
    },
  ],
};

export async function startActsApp(lifetime: AsyncDisposableStack): Promise<{ app: string; policy: ManagedPolicy }> {
  const body = Buffer.from(BOARD);
  const [app, signer] = await Promise.all([
    startSmallApp({
      lifetime,
      answer: ({ pathname }) => (pathname === '/board.html' ? { type: 'text/html; charset=utf-8', body } : undefined),
    }),
    freshSigner(),
  ]);
  const policy = {
    apps: [{ id: 'board', name: 'Board', origins: [app] }],
    packs: [{ jws: await signer.sign(pack) }],
    keys: [signer.key],
  };
  return { app, policy };
}
