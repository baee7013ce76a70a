import { parseUrl } from '../model/text/parse-url.ts';

/**
 * A link that is safe to show, as browsers will read it; undefined for anything but an absolute http(s) address. User names and passwords
 * are refused, since `https://bank.example@elsewhere` misleads people, and so are spaces and control characters, which parsers drop
 * silently, so that `java\tscript:` would run.
 */
export function safeLink(written: string): string | undefined {
  if (!/^https?:\/\/[^/\\]/i.test(written) || HIDDEN_CHARACTERS.test(written)) return undefined;
  const parsed = parseUrl(written);
  if (!parsed) return undefined;
  const { protocol, username, password, href } = parsed;
  const web = protocol === 'https:' || protocol === 'http:';
  return web && !username && !password && href.length <= 2000 ? href : undefined;
}

/** White space, controls, and characters that turn or hide text (bidirectional, zero width, fillers). */
const HIDDEN_CHARACTERS = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
