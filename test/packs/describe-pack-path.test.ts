import { expect, test } from 'vitest';
import { describePackPath } from '../../src/packs/describe-pack-path.ts';

const document = {
  guides: [
    { kind: 'tip', id: 'a' },
    { kind: 'walkthrough', id: 'w', steps: [{ id: 's', next: [{ to: 'x' }] }, { title: 'no id' }, { id: 7 }] },
    { kind: 'checklist', id: 'c', items: [{ id: 'i' }] },
    { kind: 'question', id: 'q', asks: { options: [{ id: 'o' }] } },
    { kind: 'tooltip', id: 'strange' },
    { kind: 'tip', id: 'twice' },
    { kind: 'tip', id: 'twice' },
    'text',
  ],
  tasks: [{ id: 't', steps: [{ at: '/' }] }],
};

test.each([
  ['', ''],
  ['version', 'version'],
  ['places[3]', 'places[3]'],
  ['guides', 'guides'],
  ['guides[0]', 'tip "a"'],
  ['guides[0].anchor.name.de', 'tip "a": anchor.name.de'],
  ['guides[1].steps[0].next[0].to', 'walkthrough "w", step "s": next[0].to'],
  ['guides[1].steps[1].title', 'walkthrough "w": steps[1].title'],
  ['guides[1].steps[2].id', 'walkthrough "w": steps[2].id'],
  ['guides[2].items[0].link', 'checklist "c", item "i": link'],
  ['guides[3].asks.options[0].text', 'question "q", asks, option "o": text'],
  ['guides[4].kind', 'guide "strange": kind'],
  ['guides[5].title', 'guides[5].title'],
  ['guides[7].title', 'guides[7].title'],
  ['guides[40].title', 'guides[40].title'],
  ['tasks[0].steps[0].at', 'task "t": steps[0].at'],
])('the path %j reads %j', (path, described) => {
  expect(describePackPath(path, document)).toBe(described);
});
