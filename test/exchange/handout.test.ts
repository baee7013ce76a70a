import { expect, test } from 'vitest';
import { writeHandout } from '../../src/exchange/handout.ts';
import { aWalkthrough } from './a-walkthrough.ts';

const picture = {
  width: 100,
  height: 50,
  boxes: [
    {
      box: [1, 2, 30, 10] as [number, number, number, number],
      shape: 'button' as const,
      text: 'More <b>',
      isTarget: true as const,
    },
  ],
};
const written = (over = {}) => writeHandout(aWalkthrough, { base: 'en', language: 'de', ...over });

test('a handout has title, credit and every step, in the language that was asked for where there is one', () => {
  const html = written({ credit: 'So macht es Ada' });
  expect(html).toContain('<html lang="de" dir="ltr">');
  expect(html).toContain('<h1>Bestellen</h1>');
  expect(html).toContain('So macht es Ada');
  expect(html.match(/<li><h2/g)).toHaveLength(aWalkthrough.steps.length);
  expect(html).toContain('Tun Sie <strong>es</strong>.');
  expect(html).toContain('<h2 lang="en" dir="ltr">New</h2>');
});

test('it needs nothing from elsewhere: no script, no address, no picture file', () => {
  expect(written({ pictures: { open: picture } })).not.toMatch(/<script|<link|<img|url\(|https?:/);
});

test('the picture of a step is drawn in it, and what stands in it is text', () => {
  const html = written({ pictures: { open: picture } });
  expect(html.match(/<svg/g)).toHaveLength(1);
  expect(html).toContain('More &lt;b&gt;');
  expect(html).toContain('<g class="target">');
});

test('Arabic reads from right to left', () => {
  const ar = { ...aWalkthrough, title: { en: 'Order', ar: 'طلب' } };
  expect(writeHandout(ar, { base: 'en', language: 'ar' })).toContain('<html lang="ar" dir="rtl">');
});

test('markup in texts of a pack is shown and not run', () => {
  const hostile = {
    ...aWalkthrough,
    title: '<script>alert(1)</script>',
    steps: [{ ...aWalkthrough.steps[0]!, title: '"><img src=x>', body: '<img src=x onerror=a>' }],
  };
  const html = writeHandout(hostile, { base: 'en', language: 'en' });
  expect(html).not.toMatch(/<script|<img/);
});
