import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ObservedAct, RecorderReport } from '../../../src/model/studio/observed-act.ts';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';

let browser: Browser;
let script = '';
beforeAll(async () => {
  [browser, script] = await Promise.all([
    sharedChromium(),
    bundle(join(import.meta.dirname, '../../bench/record/in-page.ts'), 'recordBench'),
  ]);
});
afterAll(() => browser?.close());

/** A page that is recorded; `acts` are those that stand, as `kind name`. */
async function record(body: string) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const reports: RecorderReport[] = [];
  await context.exposeBinding('cairnReport', (_, text: string) => void reports.push(JSON.parse(text).report));
  await context.addInitScript(`if (location.host === 'shop.example') { ${script};recordBench.start() }`);
  await context.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang=en>${/other/.test(route.request().url()) ? '<button>Pay</button>' : body}`,
    }),
  );
  const page = await context.newPage();
  await page.goto('https://shop.example/orders');
  await expect.poll(() => reports.some((one) => one.is === 'navigated' && one.route === '/orders')).toBe(true);
  const standing = () => {
    const acts = new Map<string, ObservedAct>();
    for (const report of reports) {
      if (report.is === 'act') acts.set(report.act.id, report.act);
      if (report.is === 'removed') acts.delete(report.id);
    }
    return [...acts.values()].sort((one, other) => one.at - other.at);
  };
  const acts = () => standing().map(({ kind, anchor }) => `${kind} ${anchor.name ?? anchor.role}`);
  return { page, reports, standing, acts };
}

type Recorded = Awaited<ReturnType<typeof record>>;
const until = ({ acts }: Recorded, ...expected: string[]) => expect.poll(acts).toEqual(expected);
const type = async (page: Page, on: string, text: string) => {
  await page.click(on);
  await page.keyboard.type(text);
};

test('an act is reported when the pointer goes down, before the page hears of it', async () => {
  const recorded = await record('<button id=a>Save</button>');
  await recorded.page.hover('#a');
  await recorded.page.mouse.down();
  await until(recorded, 'click Save');
  await recorded.page.mouse.up();
});

test('a step says by which act its control appeared, and what appeared after it', async () => {
  const recorded = await record(
    `<button id=open onclick="dialog.showModal()">Settings</button><dialog id=dialog aria-label=Settings><button id=apply>Apply</button></dialog>`,
  );
  await recorded.page.click('#open');
  await expect.poll(() => recorded.standing()[0]?.appears?.role).toBe('dialog');
  await recorded.page.click('#apply');
  await until(recorded, 'click Settings', 'click Apply');
  const [open, apply] = recorded.standing();
  expect(apply!.revealedBy).toBe(open!.id);
});

/** A press replaces the list by a part that has a button only once a resting pointer has been told that it is over that part. */
const UNDER_THE_POINTER = `<style>#list li, #part { width: 400px; height: 200px; margin: 0; padding: 0 }</style>
  <ul id=list style="margin:0;padding:0"><li tabindex=0 id=row>Open</li></ul><script>
  row.onclick = () => setTimeout(() => {
    list.outerHTML = '<div id=part tabindex=0 role=group aria-label=Order></div>';
    part.onpointerover = () => (part.innerHTML ||= '<button id=widen style="margin: 100px 250px">Widen</button>');
  }, 600)</script>`;

test('what is drawn under a pointer that rests was not pointed at, whatever appears after it', async () => {
  const recorded = await record(UNDER_THE_POINTER);
  await recorded.page.click('#row');
  await recorded.page.click('#widen');
  await expect.poll(() => recorded.acts().at(-1)).toBe('click Widen');
  expect(recorded.standing().map(({ kind }) => kind)).not.toContain('hover');
});

test('what is pointed at so that a script shows more of it is an act', async () => {
  const recorded = await record(
    `<button id=more onpointerover="next.hidden = false">More</button><div id=next hidden><button id=copy>Copy</button></div>`,
  );
  await recorded.page.hover('#more');
  await recorded.page.click('#copy');
  await until(recorded, 'hover More', 'click Copy');
});

test('a message that comes after an act is offered as a check', async () => {
  const recorded = await record(`<button id=a onclick="m.textContent='Saved'">Save</button><p id=m role=status></p>`);
  await recorded.page.click('#a');
  await expect.poll(() => recorded.standing()[0]?.appears?.role).toBe('status');
});

const undone = ({ reports, standing }: Recorded) =>
  reports.flatMap((report) => (report.is === 'undone' ? standing().findIndex(({ id }) => id === report.act) : []));

test('Escape takes back the act that opened what it closes', async () => {
  const recorded = await record(
    `<button id=open onclick="dialog.showModal()">Settings</button><dialog id=dialog><button>Apply</button></dialog>`,
  );
  await recorded.page.click('#open');
  await recorded.page.keyboard.press('Escape');
  await expect.poll(() => undone(recorded)).toEqual([0]);
});

test('Cancel takes back what opened its dialog and what was filled in there', async () => {
  const recorded = await record(
    `<button id=open onclick="dialog.showModal()">Settings</button><dialog id=dialog><label>Subject <input id=s></label><button id=c onclick="dialog.close()">Cancel</button></dialog>`,
  );
  await recorded.page.click('#open');
  await type(recorded.page, '#s', 'abc');
  await recorded.page.click('#c');
  await expect.poll(() => undone(recorded)).toEqual([0, 1]);
});

test('going back takes back the act that led to the page', async () => {
  const recorded = await record(`<button id=next onclick="history.pushState(null,'','/settings')">Settings</button>`);
  await recorded.page.click('#next');
  await expect.poll(() => recorded.reports.some(({ is }) => is === 'navigated')).toBe(true);
  await recorded.page.goBack();
  await expect.poll(() => undone(recorded)).toEqual([0]);
});

test('a change of address names the act that led there and its route template alone', async () => {
  const recorded = await record(
    `<button id=next onclick="history.pushState(null,'','/orders/4711?mail=ada@example.org#x')">Open</button>`,
  );
  await recorded.page.click('#next');
  const navigated = () => recorded.reports.filter((report) => report.is === 'navigated').at(-1);
  await expect.poll(navigated).toMatchObject({ how: 'same-document', route: '/orders/:id' });
  expect(navigated()).toMatchObject({ by: recorded.standing()[0]!.id });
});

test('a key of the app with Control is said to be missed, and no key is named', async () => {
  const recorded = await record(
    `<button id=a>Save</button><script>addEventListener('keydown',e=>e.key==='s'&&e.preventDefault())</script>`,
  );
  await recorded.page.focus('#a');
  await recorded.page.keyboard.press('Control+s');
  await expect.poll(() => recorded.reports.find(({ is }) => is === 'missed')).toMatchObject({ why: 'no-control' });
});

test('a choice from a popup without any roles is one act on the field that opened it', async () => {
  const recorded = await record(
    `<label>Customer <input id=f onfocus="p.hidden=false"></label><div id=p hidden><div id=o onmousedown="f.value=this.textContent;p.remove()">Ada Lovelace</div></div>`,
  );
  await recorded.page.click('#f');
  await recorded.page.click('#o', { noWaitAfter: true });
  await until(recorded, 'choose Customer');
  expect(JSON.stringify(recorded.reports)).not.toContain('Lovelace');
});

test('a summary, an entry of a tree and a toggle in a menu are acts on themselves', async () => {
  const recorded = await record(
    `<details><summary id=s>More</summary>Text</details><ul role=tree><li role=treeitem id=t tabindex=0 aria-expanded=false onclick="setAttribute('aria-expanded',true)">Reports</li></ul>
    <div role=menu><div role=menuitemcheckbox id=c aria-checked=false tabindex=0 onclick="setAttribute('aria-checked',true)">Compact</div></div>`,
  );
  for (const id of ['#s', '#t', '#c']) await recorded.page.click(id);
  await expect.poll(() => recorded.standing().map(({ kind }) => kind)).toEqual(['click', 'click', 'check']);
});

const slider = `<div id=root style="position:relative;width:200px;height:20px"><div id=track style="height:4px;margin:8px 0;background:#888"></div>
  <span id=handle role=slider tabindex=0 aria-label=Volume aria-valuenow=20 style="position:absolute;left:40px;top:2px;width:16px;height:16px;background:#00f"></span></div><script>
  const set = (value) => { handle.setAttribute('aria-valuenow', value); handle.style.left = value * 2 + 'px'; };
  handle.addEventListener('keydown', (event) => event.key === 'ArrowRight' && set(Number(handle.getAttribute('aria-valuenow')) + 1));
  let isHeld = false;
  root.addEventListener('pointerdown', ({ clientX }) => { isHeld = true; set(Math.round((clientX - root.getBoundingClientRect().x) / 2)); });
  addEventListener('pointermove', ({ clientX }) => isHeld && set(Math.round((clientX - root.getBoundingClientRect().x) / 2)));
  addEventListener('pointerup', () => { isHeld = false; });
</script>`;

test('a slider that the page draws is one act on its handle, whether moved by keys, by the handle or by its track', async () => {
  const byKeys = await record(slider);
  await byKeys.page.focus('#handle');
  await byKeys.page.keyboard.press('ArrowRight');
  await byKeys.page.keyboard.press('ArrowRight');
  await until(byKeys, 'input Volume');

  const byHandle = await record(slider);
  const { x, y } = (await byHandle.page.locator('#handle').boundingBox())!;
  await byHandle.page.mouse.move(x + 8, y + 8);
  await byHandle.page.mouse.down();
  await byHandle.page.mouse.move(x + 80, y + 8, { steps: 4 });
  await byHandle.page.mouse.up();
  await until(byHandle, 'input Volume');

  const byTrack = await record(slider);
  await byTrack.page.click('#track', { position: { x: 150, y: 2 } });
  await until(byTrack, 'input Volume');
});

test('a value that the page sets when a key goes down is one act on its field, without what stands there', async () => {
  const recorded = await record(
    `<label>Account <input id=a></label><button>Save</button><script>a.addEventListener('keydown',(event)=>{if(event.key.length===1){event.preventDefault();a.value+=event.key}})</script>`,
  );
  await type(recorded.page, '#a', '4711');
  await recorded.page.click('text=Save');
  await until(recorded, 'input Account', 'click Save');
  expect(JSON.stringify(recorded.reports)).not.toContain('4711');
});

test('a form whose fields are named like what every element has is recorded as any other', async () => {
  const names = `getRootNode hasAttribute getAttribute matches closest contains querySelector querySelectorAll childNodes
    children textContent localName parentNode elements ownerDocument isConnected assignedSlot shadowRoot form id name value`;
  const recorded = await record(
    `<form onsubmit="event.preventDefault()" style="width:600px">${names.split(/\s+/).map((name) => `<input type=hidden name=${name}>`)}
    <label>Subject <input id=s></label><label><input id=u type=checkbox> Urgent</label>
    <div><input id=c role=combobox aria-label=Customer aria-expanded=false><span id=arrow role=button aria-label="Show list" onclick="p.hidden=false" style="display:inline-block;width:16px;height:16px;background:#888"></span></div>
    <ul id=p role=listbox hidden><li id=o role=option onclick="c.setAttribute('value','x')">Lovelace</li></ul>
    <button id=b>Save</button><p role=status id=m></p></form>`,
  );
  // By the mouse alone: these names keep Playwright from telling whether a control rests.
  const press = async (id: string) => {
    const { x, y } = await recorded.page.evaluate<DOMRect>(`document.getElementById('${id}').getBoundingClientRect().toJSON()`);
    await recorded.page.mouse.click(x + 8, y + 8);
  };
  await press('s');
  await recorded.page.keyboard.type('Kowalski');
  await recorded.page.keyboard.press('Enter');
  for (const id of ['u', 'arrow', 'o', 'b']) await press(id);
  await until(recorded, 'input Subject', 'click Save', 'check Urgent', 'choose Customer', 'click Save');
});

const last = `<button id=last onclick="done.textContent='Done'">Last</button><p id=done role=status></p>`;
/** What is noticed after an act is noticed before what appears after the next one. */
async function settle({ page, standing }: Recorded): Promise<void> {
  await page.click('#last');
  await expect.poll(() => standing().at(-1)?.appears?.role).toBe('status');
}

test('a press in a popup that turned out to be part of a choice stays removed when something appears after it', async () => {
  const recorded = await record(
    `<div><label>Start <input id=f></label><button id=icon aria-label="Open calendar" onclick="p.hidden=false">C</button><div id=p hidden><button id=d onclick="f.value='12.12.2031';p.hidden=true;setTimeout(()=>m.textContent='Changed',150)">12</button></div></div><p id=m role=status></p>${last}`,
  );
  await recorded.page.click('#icon');
  await recorded.page.click('#d');
  await until(recorded, 'choose Start');
  await settle(recorded);
  await until(recorded, 'choose Start', 'click Last');
});

test('a field is one act when Enter follows its last letter at once', async () => {
  const recorded = await record(
    `<label>Find <input id=f></label><p id=m></p>${last}<script>f.addEventListener('keydown',({key})=>{if(key==='Enter')m.textContent='Found'})</script>`,
  );
  await recorded.page.focus('#f');
  await recorded.page.keyboard.type('Kowalski');
  await recorded.page.keyboard.press('Enter');
  await settle(recorded);
  await until(recorded, 'input Find', 'press-key Find', 'click Last');
});

test('Enter in the only field of a form without a button is an act on the field, however long the answer takes', async () => {
  const recorded = await record(
    `<form onsubmit="event.preventDefault()"><label>Find <input id=f></label><input type=hidden name=h></form>${last}`,
  );
  await type(recorded.page, '#f', 'Kowalski');
  await recorded.page.keyboard.press('Enter');
  await settle(recorded);
  await until(recorded, 'input Find', 'press-key Find', 'click Last');
});

test('what is written in an editor is recorded where its frame comes late and is written anew', async () => {
  const recorded = await record('<p id=place></p>');
  await recorded.page.evaluate(() => {
    const frame = document.querySelector('#place')!.appendChild(document.createElement('iframe'));
    const inner = frame.contentDocument!;
    inner.open();
    inner.write('<!doctype html><label><input id=u type=checkbox> Urgent</label><div id=e contenteditable>-</div>');
    inner.close();
  });
  const editor = recorded.page.frameLocator('iframe');
  await editor.locator('#e').click();
  await recorded.page.keyboard.type('Kowalski');
  await editor.locator('#u').click();
  await until(recorded, 'input textbox', 'check Urgent');
});

test('a search that is cleared by a press on what it has found is no choice', async () => {
  const recorded = await record(
    `<input id=f aria-label=Search><nav id=n hidden><a id=a href="#logs" onclick="f.value=''">Logs</a></nav><script>f.addEventListener('input',()=>{n.hidden=false})</script>`,
  );
  await type(recorded.page, '#f', 'zz');
  await recorded.page.click('#a');
  await recorded.page.waitForURL('**/orders#logs');
  await recorded.page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<button id=last onclick="done.textContent=1">Last</button><p id=done role=status></p>',
    ),
  );
  await settle(recorded);
  await until(recorded, 'input Search', 'click Logs', 'click Last');
});

test('a choice by an arrow that has a hidden text and touches its field is an act on the field', async () => {
  const recorded = await record(
    `<div style="display:flex"><input id=f role=combobox aria-label=Watchers aria-expanded=false><span id=arrow role=button onclick="p.hidden=false" style="width:20px;overflow:hidden;white-space:nowrap">Select options</span></div>
    <ul id=p role=listbox hidden><li id=o role=option>Ada Lovelace</li></ul>`,
  );
  await recorded.page.click('#arrow');
  await recorded.page.click('#o');
  await until(recorded, 'choose Watchers');
});

test('a list of the page’s own is one choice when keys choose from it while it is closed, or open it', async () => {
  const recorded = await record(
    `<span id=l>Status</span><div id=s role=combobox tabindex=0 aria-labelledby=l aria-expanded=false aria-haspopup=listbox>Draft</div><script>
    s.addEventListener('keydown',(event)=>{event.preventDefault();if(event.key==='F4')s.setAttribute('aria-expanded',s.getAttribute('aria-expanded')==='false');
    if(event.key==='ArrowDown')s.textContent='Open'})</script>`,
  );
  await recorded.page.focus('#s');
  await recorded.page.keyboard.press('F4');
  await recorded.page.keyboard.press('F4');
  await recorded.page.keyboard.press('ArrowDown');
  await until(recorded, 'choose Status');
});

test('an entry of a list in a dialog is chosen in that list, and the button that opened the dialog keeps its act', async () => {
  const recorded = await record(
    `<button id=sort onclick="d.showModal()">Sort</button><dialog id=d aria-label=Settings><ul role=listbox aria-label=Columns><li id=o role=option tabindex=0>Total</li></ul><button id=ok onclick="d.close()">OK</button></dialog>`,
  );
  for (const id of ['#sort', '#o', '#ok']) await recorded.page.click(id);
  await until(recorded, 'click Sort', 'choose Columns', 'click OK');
});

test('a choice by the arrow of a field is an act on the field, also where the field shows nothing of it', async () => {
  const recorded = await record(
    `<div><input id=f role=combobox aria-label=Watchers aria-expanded=false><span id=arrow role=button aria-label="Show list" onclick="p.hidden=false" style="display:inline-block;width:16px;height:16px;background:#888"></span></div>
    <ul id=p role=listbox hidden><li id=o role=option onclick="setAttribute('aria-selected',true)">Ada Lovelace</li></ul>`,
  );
  await recorded.page.click('#arrow');
  await recorded.page.click('#o');
  await until(recorded, 'choose Watchers');
  expect(JSON.stringify(recorded.reports)).not.toContain('Lovelace');
});

test('files dropped on a zone are one act on it, without their names', async () => {
  const recorded = await record(
    `<div id=zone style="width:200px;height:100px" aria-label="Drop files" role=button tabindex=0>Drop files</div>`,
  );
  const session = await recorded.page.context().newCDPSession(recorded.page);
  const data = { items: [], files: [join(import.meta.dirname, 'record-page.browser.test.ts')], dragOperationsMask: 1 };
  await recorded.page.evaluate(() => {
    document.querySelector('#zone')!.addEventListener('dragover', (event) => event.preventDefault());
    document.querySelector('#zone')!.addEventListener('drop', (event) => event.preventDefault());
  });
  for (const kind of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type: kind, x: 80, y: 50, data });
  await until(recorded, 'file Drop files');
  expect(JSON.stringify(recorded.reports)).not.toContain('record-page.browser');
});

test('the page is the same with the recorder and without, and sends the same requests', async () => {
  const recorded = await record('<button id=a>Save</button><label>Subject <input id=s></label>');
  const requests: string[] = [];
  recorded.page.on('request', (request) => requests.push(request.url()));
  const html = () => recorded.page.evaluate(() => document.documentElement.outerHTML);
  const before = await html();
  await recorded.page.click('#a');
  await type(recorded.page, '#s', 'Kowalski');
  await until(recorded, 'click Save', 'input Subject');
  expect(await html()).toBe(before);
  expect(requests).toEqual([]);
});

test('a text taken back by Control and z is offered for removal', async () => {
  const recorded = await record('<label>Subject <input id=s></label>');
  await type(recorded.page, '#s', 'abc');
  await recorded.page.keyboard.press('Control+z');
  await expect.poll(() => recorded.reports.some(({ is }) => is === 'undone')).toBe(true);
});

test('twins are told to be hard to tell, and an only one to be that', async () => {
  const recorded = await record(
    '<div><button id=one>Edit</button><button id=two>Edit</button></div><button id=three data-testid=save>Save</button>',
  );
  await recorded.page.click('#one');
  await recorded.page.click('#three');
  await until(recorded, 'click Edit', 'click Save');
  const [twin, only] = recorded.standing();
  expect(['weak', 'ambiguous', 'sure']).toContain(twin!.strength);
  expect(twin!.rival).toMatchObject({ role: 'button', name: 'Edit' });
  expect(['only', 'sure']).toContain(only!.strength);
});

test('an act has a picture with the app’s words and its control marked', async () => {
  const recorded = await record('<h1>Orders</h1><button id=a>Save</button><button>Close</button>');
  await recorded.page.click('#a');
  await until(recorded, 'click Save');
  const { boxes } = recorded.standing()[0]!.picture!;
  expect(boxes.map(({ text }) => text)).toEqual(expect.arrayContaining(['Orders', 'Save', 'Close']));
  expect(boxes.filter(({ isTarget }) => isTarget)).toMatchObject([{ text: 'Save' }]);
});

test('a frame that does not belong to the app is said not to be seen once the person goes into it', async () => {
  const recorded = await record('<button id=a>Save</button><iframe src="https://other.example/" width=300 height=100></iframe>');
  await recorded.page.frameLocator('iframe').locator('button').click();
  await expect.poll(() => recorded.reports.find(({ is }) => is === 'missed')).toMatchObject({ why: 'foreign-frame' });
  expect(recorded.acts()).toEqual([]);
});

test('a press on a heading right before something else is no act, whatever comes of the other', async () => {
  const recorded = await record('<h1>Orders</h1><button onclick="document.title = document.body.append(1)">Save</button>');
  await recorded.page.click('h1');
  await recorded.page.click('button');
  await until(recorded, 'click Save');
  await recorded.page.goto('https://shop.example/orders');
  await until(recorded, 'click Save');
});
