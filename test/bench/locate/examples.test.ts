import { expect, test } from 'vitest';
import { hashLabel, hashWords } from '../../../src/locator/page/hash-words.ts';
import { signature } from '../../locator/match/signature.ts';
import type { FlatModel } from './in-page/examples.ts';
import { anchorsOf } from './learn/examples.ts';

const control = (label: string, at: number): FlatModel['candidates'][number] => ({
  at,
  holder: -1,
  role: 'button',
  tag: 'button',
  type: '',
  label,
  key: hashLabel(label),
  name: hashWords(label),
  ids: [],
  href: [],
  icon: [],
  row: [],
  section: [],
  precedingText: [],
  path: [],
  signature: signature(label),
  landmark: '',
  x: 0,
  y: at * 20,
  w: 100,
  h: 20,
});

test('the learner makes anchors on a page of more controls than are all compared', () => {
  const candidates = Array.from({ length: 300 }, (_, at) => control(`Button ${'abcdefghij'[at % 10]}`, at));
  const model: FlatModel = { candidates, width: 1280, language: 'en', scope: {} };
  const target = { self: 150, isWide: false, masked: false, right: [150], rightWide: [] };
  const targets = [{ id: 0, key: 'a', old: '0', new: '0' }];
  const [anchor] = anchorsOf(
    { app: 'app', page: 'page', targets, versions: {} },
    { controls: model, wide: model, targets: [target] },
  );
  expect(anchor).toMatchObject({ role: 'button', traits: { tag: 'button' } });
});
