import { freshSigner } from './harness/pack.ts';
import type { ManagedPolicy } from './harness/policy-content.ts';
import type { ServedFile } from './harness/serve.ts';
import { startSmallApp } from './harness/small-app.ts';

/** A list, and an order with a field, a dialog and a frame of another origin of the app. */
const pages: Record<string, string> = {
  '/list.html': '<h1>Orders</h1><a href="/order.html">Open the order</a>',
  '/order.html': `<h1>Order</h1><form onsubmit="return false"><label>Amount <input name="amount"></label>
    <button type="button" id="save">Save</button></form>
    <dialog aria-label="Confirm"><button type="button" id="confirm">Confirm</button></dialog>
    <iframe width="500" height="200" title="Approval"></iframe> <p><button type="button" id="close">Close</button></p>
    <script>
      const dialog = document.querySelector('dialog');
      document.querySelector('#save').onclick = () => dialog.showModal();
      document.querySelector('#confirm').onclick = () => dialog.close();
      document.querySelector('iframe').src = location.origin.replace('127.0.0.1', 'localhost') + '/approval.html';
    </script>`,
  '/approval.html': '<h1>Approval</h1><button type="button">Approve</button>',
};

const served = ({ pathname }: URL): ServedFile | undefined => {
  const body = pages[pathname];
  const page = `<!doctype html><html lang="en"><title>Orders</title>${body}`;
  return body === undefined ? undefined : { type: 'text/html; charset=utf-8', body: Buffer.from(page) };
};

/** The app in which somebody records, and a policy that lets everybody record there. */
export async function startStudioApp(lifetime: AsyncDisposableStack): Promise<{ app: string; policy: ManagedPolicy }> {
  const [app, signer] = await Promise.all([startSmallApp({ lifetime, answer: served }), freshSigner()]);
  const policy = {
    apps: [{ id: 'orders', name: 'Orders', origins: [app, app.replace('127.0.0.1', 'localhost')] }],
    keys: [signer.key],
    studio: { record: 'everybody' },
  };
  return { app, policy };
}
