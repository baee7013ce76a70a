import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Inline, RichText } from '../../src/model/text/rich-text.ts';
import { renderMarkdown } from '../../src/packs/render-markdown.ts';

test.each<[string, string, RichText]>([
  ['words', 'Save it.', [{ p: ['Save it.'] }]],
  ['nothing', ' \n ', []],
  ['emphasis', 'a **b _c_** d', [{ p: ['a ', { strong: ['b ', { em: ['c'] }] }, ' d'] }]],
  ['code', 'Press `F4`.', [{ p: ['Press ', { code: 'F4' }, '.'] }]],
  ['a link', '[the manual](https://m.example/a?b=1#c)', [{ p: [{ link: 'https://m.example/a?b=1#c', text: ['the manual'] }] }]],
  ['an address', '<https://m.example>', [{ p: [{ link: 'https://m.example/', text: ['https://m.example'] }] }]],
  [
    'a link by name',
    '[a][M]\n\n[m]: https://m.example/1\n[m]: https://m.example/2',
    [{ p: [{ link: 'https://m.example/1', text: ['a'] }] }],
  ],
  [
    'a name defined in a quote',
    '[a][m]\n\n> [m]: https://m.example/1',
    [{ p: [{ link: 'https://m.example/1', text: ['a'] }] }, { quote: [] }],
  ],
  ['a name that leads nowhere', '[a][m]', [{ p: ['[a][m]'] }]],
  ['a list', '- a\n- b', [{ list: [[{ p: ['a'] }], [{ p: ['b'] }]], ordered: false }]],
  [
    'a numbered list in a list',
    '- a\n  1. b',
    [{ list: [[{ p: ['a'] }, { list: [[{ p: ['b'] }]], ordered: true }]], ordered: false }],
  ],
  [
    'a quote, code, a heading, a rule',
    '> q\n\n    x < y\n\n## h\n\n---',
    [{ quote: [{ p: ['q'] }] }, { pre: 'x < y' }, { heading: ['h'] }],
  ],
  ['a hard break', 'a\\\nb', [{ p: ['a', { br: true }, 'b'] }]],
  ['a soft break', 'a\nb', [{ p: ['a\nb'] }]],
  ['entities', '&lt;b&gt; &amp; &copy; &#x41;', [{ p: ['<b> & © A'] }]],
])('Markdown with %s is rendered', (_name, source, rich) => {
  expect(renderMarkdown(source)).toEqual(rich);
});

/** Bidirectional controls, zero-width characters, a filler, a tag. */
const unseen = [0x202a, 0x202c, 0x202e, 0x2066, 0x2069, 0x200e, 0x200f, 0x061c, 0x200b, 0x2060, 0xfeff, 0x00ad, 0x3164, 0xe0041];

/** Each as an attacker would write it, and all that a person may see of it. */
const attacks: [source: string, seen: string][] = [
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['a <img src=x onerror=alert(1)> b', 'a <img src=x onerror=alert(1)> b'],
  ['<svg/onload=alert(1)>', '<svg/onload=alert(1)>'],
  ['<a href="javascript:alert(1)">x</a>', '<a href="javascript:alert(1)">x</a>'],
  ['<iframe src="https://e.example"></iframe>', '<iframe src="https://e.example"></iframe>'],
  ['<!--><img src=x onerror=alert(1)>-->', '<!--><img src=x onerror=alert(1)>-->'],
  ['<style>*{display:none}</style>', '<style>*{display:none}</style>'],
  ['[x](javascript:alert(1))', 'x'],
  ['[x](JaVaScRiPt:alert(1))', 'x'],
  ['[x](&#106;avascript:alert(1))', 'x'],
  ['[x](java&#10;script:alert(1))', 'x'],
  ['[x](java&Tab;script:alert(1))', 'x'],
  ['[x](<java\tscript:alert(1)>)', 'x'],
  ['[x](&#1;javascript:alert(1))', 'x'],
  ['[x](data:text/html;base64,PHNjcmlwdD4=)', 'x'],
  ['[x](vbscript:msgbox)', 'x'],
  ['[x](file:///etc/passwd)', 'x'],
  ['[x](blob:https://e.example/1)', 'x'],
  ['[x](chrome-extension://abc/form.html)', 'x'],
  ['[x](moz-extension://abc/form.html)', 'x'],
  ['[x](about:blank)', 'x'],
  ['[x](view-source:https://e.example)', 'x'],
  ['[x](mailto:a@e.example)', 'x'],
  ['[x](//e.example/path)', 'x'],
  ['[x](/orders)', 'x'],
  ['[x](#top)', 'x'],
  ['[x](https:e.example)', 'x'],
  ['[x](https:///e.example)', 'x'],
  ['[x](https:\\\\e.example)', 'x'],
  ['[x](https://bank.example@e.example)', 'x'],
  ['[x](https://user:pass@e.example)', 'x'],
  ['[x](https://bank.example\\@e.example)', 'x'],
  ['[x](<https://e.example/a b>)', 'x'],
  ['[x](https://e.exa\u200bmple/)', 'x'],
  [`[x](https://e.example/${'a'.repeat(2100)})`, 'x'],
  ['[x](https://)', 'x'],
  ['<javascript:alert(1)>', 'javascript:alert(1)'],
  ['[x][e]\n\n[e]: javascript:alert(1)', 'x'],
  ['![x](https://e.example/track.gif)', 'x'],
  ['![x](javascript:alert(1))', 'x'],
  ['![x][e]\n\n[e]: https://e.example/track.gif', 'x'],
  ['[![x](https://e.example/a.gif)](javascript:alert(1))', 'x'],
  ['a\u0000b\u0007c', 'abc'],
  ['say \u202eevil', 'say evil'],
  ...unseen.flatMap((code): [string, string][] => {
    const entity = `&#x${code.toString(16)};`;
    return [
      [`a${entity}b`, 'ab'],
      [`**a${entity}** b`, 'a b'],
      [`\`a${String.fromCodePoint(code)}b\``, 'ab'],
      [`![a${entity}b](https://e.example/x.gif)`, 'ab'],
      [`[a${entity}b](javascript:alert(1))`, 'ab'],
      [`[x](https://e.exa${entity}mple/)`, 'x'],
      [`<b title="${String.fromCodePoint(code)}">a`, '<b title="">a'],
    ];
  }),
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
];

test.each(attacks)('%s is shown as text without a link', (source, seen) => {
  const rich = renderMarkdown(source);
  expect(words(rich)).toBe(seen);
  expect(links(rich)).toEqual([]);
});

test('a link with quotes cannot leave its attribute', () => {
  expect(links(renderMarkdown('[x](https://e.example/"onclick="alert(1))'))).toEqual([
    'https://e.example/%22onclick=%22alert(1)',
  ]);
});

test('characters that change the reading direction are removed from links and text', () => {
  expect(renderMarkdown('<https://e.example/\u202egpj.exe>')).toEqual([
    { p: [{ link: 'https://e.example/gpj.exe', text: ['https://e.example/gpj.exe'] }] },
  ]);
});

test('an internationalised host is shown in its ASCII form', () => {
  expect(links(renderMarkdown('[x](https://аpple.com/)'))).toEqual(['https://xn--pple-43d.com/']);
});

test.each([
  ['8,000 quotes', '>'.repeat(8000)],
  ['2,600 numbers', '1. '.repeat(2600)],
  ['4,000 dashes', '- '.repeat(2000).concat('x')],
  ['indented ever deeper', Array.from({ length: 120 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')],
  ['one text too long', 'a '.repeat(5000)],
  ['4,000 stars', `${'*'.repeat(4000)}a${'*'.repeat(3990)}`],
])('%s is shown unparsed, within the time limit', (_name, source) => {
  const begun = performance.now();
  const rich = renderMarkdown(source);
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(rich).toEqual([{ p: [expect.any(String)] }]);
});

test.each([
  ['brackets', '['.repeat(8000)],
  ['stars and underscores', `${'*_'.repeat(1990)}a${'_*'.repeat(1990)}`],
  ['stars between letters', 'a**b'.repeat(2000)],
  ['ticks', '`a``'.repeat(2000)],
  ['entities', '&'.repeat(8000)],
  ['definitions', '[a]: x\n'.repeat(1100)],
  ['links begun', '[a]('.repeat(2000)],
])('8,000 characters of %s are rendered within the time limit', (_name, source) => {
  const begun = performance.now();
  renderMarkdown(source);
  expect(performance.now() - begun).toBeLessThan(8000);
});

test('any source gives known node types only, and every link is http(s)', () => {
  const piece = fc.constantFrom(
    '<b onclick=x>',
    '](javascript:x)',
    '[a',
    '![',
    '](https://e.example)',
    '**',
    '_',
    '`',
    '> ',
    '- ',
    '\n',
    '\n\n',
    '    ',
    '&#x6a;',
    '<https://',
    '>',
    'a',
    '\\',
    '[a]: data:x\n',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      ),
      (source) => {
        const rich = renderMarkdown(source);
        rich.forEach(expectKnown);
        for (const link of links(rich)) expect(new URL(link).protocol).toMatch(/^https?:$/);
      },
    ),
    { numRuns: 2000 },
  );
});

const inlinesOf = (block: Block): Inline[] =>
  'p' in block
    ? block.p
    : 'heading' in block
      ? block.heading
      : 'list' in block
        ? block.list.flat().flatMap(inlinesOf)
        : 'quote' in block
          ? block.quote.flatMap(inlinesOf)
          : [block.pre];

const childrenOf = (inline: Inline): Inline[] =>
  typeof inline === 'string'
    ? []
    : 'strong' in inline
      ? inline.strong
      : 'em' in inline
        ? inline.em
        : 'link' in inline
          ? inline.text
          : [];

const wordsOf = (inline: Inline): string =>
  typeof inline === 'string' ? inline : 'code' in inline ? inline.code : childrenOf(inline).map(wordsOf).join('');
const words = (rich: RichText): string => rich.flatMap(inlinesOf).map(wordsOf).join('');

const linksOf = (inline: Inline): string[] => [
  ...(typeof inline === 'object' && 'link' in inline ? [inline.link] : []),
  ...childrenOf(inline).flatMap(linksOf),
];
const links = (rich: RichText): string[] => rich.flatMap(inlinesOf).flatMap(linksOf);

function expectKnown(block: Block): void {
  const keys = Object.keys(block).join();
  expect(['p', 'heading', 'list,ordered', 'quote', 'pre']).toContain(keys);
  if ('list' in block) block.list.flat().forEach(expectKnown);
  if ('quote' in block) block.quote.forEach(expectKnown);
  inlinesOf(block).forEach(expectInline);
}

function expectInline(inline: Inline): void {
  if (typeof inline === 'string') return;
  expect(['strong', 'em', 'code', 'link,text', 'br']).toContain(Object.keys(inline).join());
  childrenOf(inline).forEach(expectInline);
}

test.each(['.*', 'a_', '\n**,.*', '*a '])(
  'a text with hundreds of %j is shown as it was written, because parsing it would block the page',
  (unit) => {
    const source = unit.repeat(301);
    expect(renderMarkdown(source)).toEqual([{ p: [source] }]);
    expect(renderMarkdown('**a** '.repeat(150))).not.toEqual([{ p: ['**a** '.repeat(150)] }]);
  },
);
