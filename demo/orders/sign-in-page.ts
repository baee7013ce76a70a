import { accounts } from './accounts.ts';

/** The sign-in form: a stand-in for the organisation's single sign-on. */
export function signInPage({ next, fault }: { next: string; fault?: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in (sample)</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef1f4; color: #1d2d3e; }
main { background: #fff; padding: 2rem 2.5rem; border-radius: .75rem; width: min(22rem, 80vw); box-shadow: 0 1px 6px #0003; }
h1 { margin: 0 0 1rem; font-size: 1.4rem; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input, button { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem .6rem; margin-top: .25rem; border-radius: .4rem; border: 1px solid #556b82; }
button { margin-top: 1.5rem; background: #0064d9; border-color: #0064d9; color: #fff; }
[role=alert] { color: #aa0808; }
small { display: block; margin-top: 1.5rem; color: #556b82; }
</style>
</head>
<body>
<main>
<h1>Sign in</h1>
${fault ? `<p role="alert">${escapeHtml(fault)}</p>` : ''}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="${escapeHtml(next)}">
<label for="account">Account</label>
<input id="account" name="account" autocomplete="username" required autofocus>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>
<small>Sample sign-in, in place of your organisation’s own. The accounts are ${accounts.map(({ name }) => `<b>${name}</b>`).join(', ')}; the password
of each is <b>sample</b>. All the data behind it is invented.</small>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (one) => named[one] ?? one);
}
