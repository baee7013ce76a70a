import { parseUrl } from '../../model/text/parse-url.ts';

/**
 * The host that a link leads to, for the person to read beside its words. Undefined where the link stays on the page's own host, unless
 * its words look like another address; and where the words are the address itself. A host with letters outside ASCII is in Punycode, as
 * browsers' address bars show what might be mistaken for another.
 */
export function linkHost(address: string, words: string, page: string): string | undefined {
  const parsed = parseUrl(address, page);
  if (!parsed) return undefined;
  const { protocol, host, href } = parsed;
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const shown = words.trim();
  if (shown === href || shown === address) return undefined;
  const staysHere = host === new URL(page).host && !LOOKS_LIKE_ADDRESS.test(shown);
  return staysHere ? undefined : host;
}

/** A scheme, or a name with a dot and no space, as in `docs.example`. */
const LOOKS_LIKE_ADDRESS = /:\/\/|[\p{L}\p{N}-][.。．｡][\p{L}\p{N}]{2,}/u;

/** The host in brackets, always from left to right, whatever the language around it. */
export function LinkHost({ address, words }: { address: string; words: string }) {
  const host = linkHost(address, words, location.href);
  if (host === undefined) return null;
  return (
    <>
      {' '}
      <bdi class="link-host" dir="ltr">
        ({host})
      </bdi>
    </>
  );
}
