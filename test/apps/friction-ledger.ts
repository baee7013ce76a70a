import type { FrictionEntry } from '../../src/model/entry/entry.ts';

/** An expression for the extension's worker: what the ledger on this device holds of friction. */
export const FRICTION_IN_LEDGER = `(async () => {
  for (const { name } of await indexedDB.databases()) {
    const opened = await new Promise((done, fail) => Object.assign(indexedDB.open(name), { onsuccess: (event) => done(event.target.result), onerror: fail }));
    if (!opened.objectStoreNames.contains('rows')) continue;
    const asked = opened.transaction('rows').objectStore('rows').getAll();
    const rows = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
    opened.close();
    return rows.map(({ entry }) => entry).filter(({ kind }) => kind === 'friction');
  }
  return [];
})()`;

/** A finding in one line, as `explained` of an app's journey names it. */
export const lineOf = ({ signal, what, control }: FrictionEntry): string =>
  [signal, what, control && `on ${control.role}${control.name ? ` “${control.name}”` : ''}`].filter(Boolean).join(' ');
