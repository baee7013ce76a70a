import { createHash } from 'node:crypto';
import { MAX_OFFERED, RELEASE_TYPE, type ReleaseDocument, releaseDocument } from '../../src/model/hub-api/release-document.ts';
import { fetchPack } from '../../src/packs/fetch-pack.ts';

interface Answer {
  type: string;
  body: string;
}

/** A hub that answers with release documents, as strict as the contract, or with anything that a test puts in their place. */
export function releasingHub() {
  const answers = new Map<string, Answer>();
  const requests: { url: string; status: number }[] = [];
  const sent: string[] = [];

  const hubFetch: typeof fetch = async (input, init) => {
    const url = String(input);
    const headers = new Headers(init?.headers);
    const answer = answers.get(url);
    const status = !answer ? 503 : headers.get('if-none-match') === etagOf(answer.body) ? 304 : 200;
    requests.push({ url, status });
    sent.push(JSON.stringify([url, init?.method, [...headers], init?.body, init?.credentials, init?.referrerPolicy]));
    if (!headers.get('accept')?.includes(RELEASE_TYPE)) throw new Error('A device asks for release documents.');
    if (!answer || status !== 200) return new Response(null, { status });
    return new Response(answer.body, { headers: { 'content-type': answer.type, etag: etagOf(answer.body) } });
  };

  return {
    requests,
    /** Everything that each request told, as text. */
    sent,
    fetch: hubFetch,
    fetchPack: ({ url, etag }: { url: string; etag?: string | undefined }) => fetchPack({ url, etag, fetch: hubFetch }),
    /** Offers these versions, as a hub does. */
    offer(url: string, { pack = 'first-orders', versions, isOff = false }: Partial<ReleaseDocument>): void {
      const document = { format: 'cairn-release/1', pack, versions, isOff };
      if (releaseDocument.parse(document).versions.length > MAX_OFFERED) throw new Error('too many versions');
      answers.set(url, { type: `${RELEASE_TYPE}; charset=utf-8`, body: JSON.stringify(document) });
    },
    /** Answers with this text, as a hub that is broken or lies does. */
    answerWith(url: string, body: string, type: string = RELEASE_TYPE): void {
      answers.set(url, { type, body });
    },
    goOffline: () => answers.clear(),
  };
}

const etagOf = (body: string): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
