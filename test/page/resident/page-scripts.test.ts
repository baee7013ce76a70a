import { expect, test } from 'vitest';
import type { PageScriptParts } from '../../../src/page/page-handle.ts';
import { createPageScripts } from '../../../src/page/resident/page-scripts.ts';

const naming: PageScriptParts['naming'] = { observeControl: () => ({ role: 'button' }) };

function scriptsOf(inject: () => boolean) {
  const asked: object[] = [];
  const scripts = createPageScripts((async (...message: [string, object]) => {
    asked.push(message);
    const ok = inject();
    if (ok) scripts.provide('naming', naming);
    return { ok };
  }) as never);
  return { scripts, asked };
}

test('a script is injected once, when it is first asked for, by however many', async () => {
  const { scripts, asked } = scriptsOf(() => true);
  expect(scripts.loaded('naming')).toBeUndefined();
  expect(await Promise.all([scripts.load('naming'), scripts.load('naming')])).toEqual([naming, naming]);
  expect(await scripts.load('naming')).toBe(naming);
  expect(asked).toEqual([['script.inject', { script: 'naming' }]]);
  expect(scripts.loaded('naming')).toBe(naming);
});

test('a script that could not be injected is asked for again', async () => {
  let isRefused = true;
  const { scripts } = scriptsOf(() => !isRefused);
  expect(await scripts.load('naming')).toBeUndefined();
  isRefused = false;
  expect(await scripts.load('naming')).toBe(naming);
});
