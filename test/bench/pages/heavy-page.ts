/** Rows that a frame of the page replaces, and synthetic events that it dispatches, each time it is drawn. */
const ROWS_PER_FRAME = 4;
const EVENTS_PER_FRAME = 34;

const feed = (rows: number, perFrame: number) => `
  const feed = document.getElementById('feed');
  const row = (n) => {
    const item = document.createElement('tr');
    item.className = 'c' + (n % 7);
    item.innerHTML = '<td>Order ' + n + '</td><td><input value="' + n + '"></td><td><button type="button">Open</button></td>';
    return item;
  };
  let count = 0;
  while (count < ${rows}) feed.append(row(count++));
  const turn = () => {
    for (let i = 0; i < ${perFrame}; i++) {
      feed.firstChild.remove();
      feed.append(row(count++));
    }
    feed.children[count % ${rows}].classList.toggle('marked');
  };`;

/** A frame of the same origin with a feed of its own. */
export const heavyFrame = `<!doctype html><title>Frame</title><table><tbody id="feed"></tbody></table>
<script>${feed(40, 1)} const loop = () => { turn(); requestAnimationFrame(loop); }; requestAnimationFrame(loop);</script>`;

/**
 * A business page that never rests, and what makes pages expensive to watch: rows created and removed in every frame, a list of tasks
 * filled and emptied by synthetic events, thousands of such events a second, frames and shadow roots that change as well.
 */
export const heavyPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" /><title>Heavy</title>
    <style>tr.marked { background: #eee } .done { text-decoration: line-through }</style>
  </head>
  <body>
    <main>
      <h1>Entry</h1>
      <p><label>Amount <input id="amount" /></label> <button type="button" id="save">Save</button>
        <button type="button" id="more">More</button> <output id="said"></output></p>
      <ul id="tasks"></ul>
      <x-clock></x-clock><x-clock></x-clock><x-clock></x-clock><x-clock></x-clock>
      <iframe src="/frame" height="60"></iframe><iframe src="/frame" height="60"></iframe><iframe src="/frame" height="60"></iframe>
      <table><tbody id="feed"></tbody></table>
    </main>
    <script>
      ${feed(300, ROWS_PER_FRAME)}
      customElements.define('x-clock', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML = '<span></span> <button type="button">Set</button>';
          setInterval(() => { this.shadowRoot.firstChild.textContent = performance.now().toFixed(0); }, 100);
        }
      });
      const tasks = document.getElementById('tasks');
      tasks.addEventListener('click', ({ target }) => target.closest('li')?.classList.toggle('done'));
      const amount = document.getElementById('amount');
      const events = ['click', 'input', 'change', 'keydown', 'pointerdown', 'pointerup', 'scroll', 'focusin', 'toggle', 'mouseover'];
      let turns = 0;
      const synthetic = () => {
        turns += 1;
        if (turns % 100 < 50) {
          const task = document.createElement('li');
          task.innerHTML = '<label><input type="checkbox"> Task ' + turns + '</label> <button type="button">Remove</button>';
          tasks.append(task);
        } else tasks.firstChild?.remove();
        for (let i = 0; i < ${EVENTS_PER_FRAME}; i++)
          (tasks.children[i % (tasks.children.length || 1)] ?? amount).dispatchEvent(new Event(events[i % events.length], { bubbles: true }));
      };
      document.getElementById('save').addEventListener('click', () => {
        document.getElementById('said').textContent = 'Saved ' + amount.value + ' at ' + performance.now().toFixed(0);
      });
      const loop = () => { turn(); synthetic(); requestAnimationFrame(loop); };
      requestAnimationFrame(loop);
    </script>
  </body>
</html>`;
