import { parseUrl } from '../model/text/parse-url.ts';
import { UsageError } from './command.ts';

/** The address of an app, as in `--app`. */
export function readAppAddress(written: string | undefined): URL {
  const url = written ? parseUrl(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError('--app takes the address of the app, such as https://orders.example.com/.');
  return url;
}
