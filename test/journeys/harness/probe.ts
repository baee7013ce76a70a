import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A tiny extension that does what ours does to a browser: policy, worker, closed overlay, frame. It tries the harness, nothing else. */
export async function writeProbe(lifetime: AsyncDisposableStack, browser: 'chrome' | 'firefox'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-probe-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  await mkdir(folder, { recursive: true });
  const files = { ...common, 'manifest.json': JSON.stringify(manifests[browser]) };
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
  return folder;
}

const everyPage = 'http://127.0.0.1/*';

const manifest = {
  manifest_version: 3,
  name: 'Probe of the journeys',
  version: '1.0',
  permissions: ['storage'],
  host_permissions: [everyPage],
  content_scripts: [{ matches: [everyPage], js: ['page.js'] }],
  web_accessible_resources: [{ resources: ['form.html'], matches: [everyPage] }],
};

const manifests = {
  chrome: { ...manifest, background: { service_worker: 'background.js' }, storage: { managed_schema: 'schema.json' } },
  firefox: {
    ...manifest,
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'probe@cairn.invalid' } },
  },
};

const common = {
  'schema.json': JSON.stringify({ type: 'object', properties: { word: { type: 'string' } } }),
  'background.js': `
    globalThis.born = Math.random();
    globalThis.changes = [];
    chrome.storage.onChanged.addListener((change, area) => changes.push({ area, word: change.word?.newValue }));
    chrome.runtime.onMessage.addListener((message, sender, answer) => {
      chrome.storage.managed.get().then((managed) => answer({ born, word: managed.word }));
      return true;
    });`,
  'page.js': `
    const host = document.createElement('probe-host');
    host.style.cssText = 'position: fixed; right: 20px; bottom: 20px';
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<button>Press me</button><p role="status">waiting</p><iframe title="Form" width="240" height="80"></iframe>';
    root.querySelector('button').addEventListener('click', (event) => {
      root.querySelector('p').textContent = event.isTrusted ? 'pressed by a person' : 'pressed by a script';
    });
    root.querySelector('iframe').src = chrome.runtime.getURL('form.html');
    document.documentElement.append(host);`,
  'form.html':
    '<!doctype html><meta charset="utf-8"><title>Form</title><label>Words <input></label><p></p><script src="form.js"></script>',
  'form.js': `
    const input = document.querySelector('input');
    input.addEventListener('input', () => (document.querySelector('p').textContent = 'typed: ' + input.value));`,
};
