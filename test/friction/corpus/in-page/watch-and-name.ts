import { watchPage } from '../../../../src/friction/watch-page.ts';
import { withholdName } from '../../../../src/friction/withhold-name.ts';
import { nameControl } from '../../../../src/locator/name-control.ts';
import { routeTemplate } from '../../../../src/model/route-template.ts';

/** As the extension does it: every finding with the control's name and the route. */
declare const cairnFound: (said: string) => void;

const begin = () =>
  watchPage({
    window,
    lifetime: new AbortController().signal,
    found: (finding, control) =>
      cairnFound(
        JSON.stringify({
          ...finding,
          route: routeTemplate(location.href, []),
          ...(control && { named: withholdName(nameControl(control)) }),
        }),
      ),
    carry: (fact) => cairnFound(JSON.stringify(fact)),
  });
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin, { once: true });
else begin();
