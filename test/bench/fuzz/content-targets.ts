import { discloseRoute } from '../../../src/disclosure/disclose-route.ts';
import { issueFaults } from '../../../src/model/fault/issue-faults.ts';
import { pack } from '../../../src/model/pack/pack.ts';
import { compilePattern } from '../../../src/model/pattern/compile-pattern.ts';
import { runPattern } from '../../../src/model/pattern/run-pattern.ts';
import { policy } from '../../../src/model/policy/policy.ts';
import { learnRoute, type RouteVocabulary } from '../../../src/model/route/learn-route.ts';
import { routeTemplate } from '../../../src/model/route/route-template.ts';
import { MAX_ROUTE_LENGTH, shortenRoute } from '../../../src/model/route/shorten-route.ts';
import { matchesUrlScope } from '../../../src/model/route/url-scope.ts';
import { urlScope } from '../../../src/model/route/url-scope-schema.ts';
import { parseUrl } from '../../../src/model/text/parse-url.ts';
import { quoteRemote } from '../../../src/model/text/quote-remote.ts';
import { visibleText } from '../../../src/model/text/visible-text.ts';
import { lintPack } from '../../../src/packs/lint-pack.ts';
import { localizedPack } from '../../../src/packs/localize-guide.ts';
import { renderMarkdown } from '../../../src/packs/render-markdown.ts';
import { safeLink } from '../../../src/packs/safe-link.ts';
import { appAt } from '../../../src/policy/app-at.ts';
import { judgePolicy } from '../../../src/policy/judge-policy.ts';
import { aPack } from '../../packs/a-pack.ts';
import { target } from './fuzz-target.ts';
import { hostileText } from './hostile-values.ts';
import { mutateText, mutateValue } from './mutate.ts';
import type { Random } from './random.ts';
import { sampleOfSchema } from './sample-of-schema.ts';

const aPolicy = {
  apps: [{ id: 'orders', name: 'Orders', origins: ['https://orders.example.com', 'https://*.orders.example.com'] }],
  hub: { url: 'https://hub.example.com', token: 'a-token-for-enrolment' },
  packs: [{ url: 'https://hub.example.com/v1/packs/orders' }, { jws: 'a.b.c' }],
  keys: [{ kid: 'key-1', x: 'A'.repeat(43), apps: ['orders'] }],
  audience: { department: 'Purchasing', role: 'Clerk' },
  switches: { guidance: true, feedback: true, friction: false },
  retention: { days: 14 },
};

/** The usable part of a policy must itself be a policy without faults, and every address must get an answer. */
function runPolicy(raw: unknown): string | undefined {
  const { policy: usable, faults } = judgePolicy(raw);
  const again = policy.safeParse(usable);
  if (!again.success) return `the usable part is no policy: ${again.error.issues[0]?.message}`;
  if (faults.some(({ reason, remedy }) => !reason || !remedy)) return 'a fault has no reason or no remedy';
  appAt(usable, 'https://orders.example.com/a');
  return undefined;
}

const policyTargets = [
  target('policy', () => {
    const sample = sampleOfSchema(policy);
    return { make: (random) => mutateValue(random, random.oneIn(2) ? aPolicy : sample(random)), run: runPolicy };
  }),
  target('policy-json', () => ({
    make: (random) => ({
      json: random.oneIn(3) ? JSON.stringify(mutateValue(random, aPolicy)) : mutateText(random, JSON.stringify(aPolicy)),
    }),
    run: runPolicy,
  })),
];

/** A pack that is accepted must survive everything that is then done with it; one that is not, has faults that can be told. */
function runPack(value: unknown): string | undefined {
  const judged = pack.safeParse(value);
  if (!judged.success) return issueFaults(pack, value, judged.error).length === 0 ? 'a refused pack has no fault' : undefined;
  lintPack(judged.data, '2026-11-30');
  localizedPack(judged.data, ['de', 'zz']);
  return undefined;
}

const packTarget = target('pack', () => {
  const sample = sampleOfSchema(pack);
  return { make: (random) => mutateValue(random, random.oneIn(3) ? sample(random) : aPack), run: runPack };
});

const MARKDOWN = [
  '# Title\n\nSome **bold** and *soft* text, `code` and [a link](https://a.example "t").\n',
  '> quote\n> - item\n>   1. one\n',
  '[name]: https://a.example\n\n![image][name] &amp; <b>html</b>\n\n---\n',
  '```js\ncode\n```\n\n    indented\n',
  '* * *\n+ a\n\n  b\n',
] as const;

const textTargets = [
  target('markdown', () => ({
    make: (random) => mutateText(random, `${random.pick(MARKDOWN)}${random.pick(MARKDOWN)}`),
    run: (source: string) => void renderMarkdown(source),
  })),
  target('texts-of-others', () => ({
    make: (random) => mutateText(random, 'See https://a.example/x and www.b.example'),
    run: (text: string) => {
      visibleText(text);
      const link = safeLink(text);
      if (link !== undefined && !/^https?:/.test(link)) return `gave the link ${link}`;
      const quoted = quoteRemote(text);
      return quoted.length > 200 || /:\/\//.test(quoted) ? `quoted ${quoted}` : undefined;
    },
  })),
];

const PATTERNS = ['[0-9]{10}', '(?:a|b)+c*', '[^\\s]{1,20}', '\\d+(\\.\\d{2})?', '(a|a)*b', '[A-Z][a-z]+'] as const;
const SCOPES = ['/orders/:id', '/orders/*#/Orders/:id', '*', '?tab=:tab', '#/a/{b}?', '/:a-:b/*'] as const;
const ADDRESSES = [
  'https://a.example/orders/4711?x=1#/Orders/7',
  'https://a.example/people/ada/',
  "https://a.example/O('1')",
] as const;
const PLACES = ['/orders/:id'];
const anAddress = (random: Random) => mutateText(random, random.pick(ADDRESSES));

const placeTargets = [
  target('value-pattern', () => ({
    make: (random) => ({
      pattern: mutateText(random, random.pick(PATTERNS)).slice(0, 300),
      text: hostileText(random) + 'a'.repeat(random.int(100)),
    }),
    run: ({ pattern, text }: { pattern: string; text: string }) => {
      const compiled = compilePattern(pattern);
      if (compiled.ok) void runPattern(compiled.program, text);
      else if (!compiled.why) return 'a refused pattern has no reason';
      return undefined;
    },
  })),
  target('url-scope', () => ({
    make: (random) => ({ scope: mutateText(random, random.pick(SCOPES)).slice(0, 600), url: anAddress(random) }),
    run: ({ scope, url }: { scope: string; url: string }) => {
      if (urlScope.safeParse(scope).success && parseUrl(url)) matchesUrlScope(url, scope);
    },
  })),
  target('route', () => {
    let vocabulary: RouteVocabulary = {};
    return {
      make: anAddress,
      run: (url: string) => {
        if (!parseUrl(url)) return undefined;
        const learnt = learnRoute(vocabulary, shortenRoute(routeTemplate(url, PLACES)));
        vocabulary = learnt.vocabulary;
        if (Object.keys(vocabulary).length > 600) return 'the vocabulary grows without limit';
        const route = discloseRoute(learnt.template, { hasWord: () => true, places: PLACES, scopes: PLACES, learnt: new Map() });
        return route.length > MAX_ROUTE_LENGTH ? 'the disclosed route is longer than an entry takes' : undefined;
      },
    };
  }),
];

export const contentTargets = [...policyTargets, packTarget, ...textTargets, ...placeTargets];
