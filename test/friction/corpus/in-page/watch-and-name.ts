import { watchPage } from '../../../../src/friction/page/watch-page.ts';
import { withholdName } from '../../../../src/friction/page/withhold-name.ts';
import { nameControl } from '../../../../src/locator/page/name-control.ts';
import { routeTemplate } from '../../../../src/model/entry/route-template.ts';

/** As the extension does it: every finding with the control's name and the route. */
declare const cairnFound: (said: string) => void;

const begin = () =>
  watchPage({
    window,
    lifetime: new AbortController().signal,
    onFinding: (finding, control) =>
      cairnFound(
        JSON.stringify({
          ...finding,
          route: routeTemplate(location.href, []),
          ...(control && { named: withholdName(nameControl(control)) }),
        }),
      ),
    onJourneyFact: (fact) => cairnFound(JSON.stringify(fact)),
  });
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin, { once: true });
else begin();
