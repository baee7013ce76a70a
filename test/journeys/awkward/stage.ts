import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../harness/built-extension.ts';
import { freshSigner } from '../harness/pack.ts';
import type { ManagedPolicy } from '../harness/policy-content.ts';
import type { ServedFile } from '../harness/serve.ts';
import { startSmallApp } from '../harness/small-app.ts';
import { awkwardPack } from './pack.ts';

export type AwkwardStage = {
  app: string;
  /** Another origin of the policy, and on another site, so that its frames run in a process of their own. */
  other: string;
  /** An origin that the policy does not name. */
  outside: string;
  policy: ManagedPolicy;
};

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'none'; trusted-types 'none'; require-trusted-types-for 'script'";

/** React 18 as scripts, for the page that it hydrates. */
function react({ pathname }: URL): ServedFile | undefined {
  const [, name] = /^\/(react|react-dom)\.js$/.exec(pathname) ?? [];
  if (!name) return undefined;
  const file = join(projectRoot, 'node_modules', name, 'umd', `${name}.development.js`);
  return { type: 'text/javascript', body: readFileSync(file) };
}

/** The awkward pages under three origins, and a policy that names two of them with one signed pack. */
export async function startAwkward(lifetime: AsyncDisposableStack): Promise<AwkwardStage> {
  const served = () =>
    startSmallApp({
      lifetime,
      folder: join(projectRoot, 'test', 'pages', 'awkward'),
      answer: react,
      headers: {
        '/csp.html': { 'content-security-policy': strict },
        '/isolated.html': { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
        '/xhtml.xhtml': { 'content-type': 'application/xhtml+xml; charset=utf-8' },
      },
    });
  const [app, elsewhere, outside, signer] = await Promise.all([served(), served(), served(), freshSigner()]);
  const other = elsewhere.replace('127.0.0.1', 'localhost');
  const policy = {
    apps: [{ id: 'awkward', name: 'Awkward', origins: [app, other] }],
    packs: [{ jws: await signer.sign(awkwardPack) }],
    keys: [signer.key],
  };
  return { app, other, outside, policy };
}
