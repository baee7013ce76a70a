import type { ServedFile } from './harness/serve.ts';
import { startSmallApp } from './harness/small-app.ts';

/** A list of orders, and an order that is cancelled for a reason. Release 2 has no such button any more. */
const order = (release: number) => `<h1>Order</h1>
  <form onsubmit="return false">
    <label>Reason <input name="reason"></label>
    ${release === 1 ? '<button type="button" id="cancel">Cancel order</button>' : ''}
    <button type="button" id="print">Print</button>
  </form>
  <dialog aria-label="Confirm"><button type="button" id="confirm">Confirm</button></dialog>
  <script>
    const dialog = document.querySelector('dialog');
    document.querySelector('#cancel')?.addEventListener('click', () => dialog.showModal());
    document.querySelector('#confirm').onclick = () => dialog.close();
  </script>`;

export interface ColleagueApp {
  url: string;
  /** Replaces the app by its next release. */
  upgrade(): void;
}

export async function startColleagueApp(lifetime: AsyncDisposableStack): Promise<ColleagueApp> {
  let release = 1;
  const served = ({ pathname }: URL): ServedFile | undefined => {
    const bodies: Record<string, string> = {
      '/list.html': '<h1>Orders</h1><a href="/order.html">Open the order</a>',
      '/order.html': order(release),
    };
    const body = bodies[pathname];
    const page = `<!doctype html><html lang="en"><title>Orders</title>${body}`;
    return body === undefined ? undefined : { type: 'text/html; charset=utf-8', body: Buffer.from(page) };
  };
  return {
    url: await startSmallApp({ lifetime, answer: served }),
    upgrade() {
      release += 1;
    },
  };
}
