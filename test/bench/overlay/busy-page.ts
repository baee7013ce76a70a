/** A form, and beside it a feed that with `?busy` replaces 1,000 nodes a second, some at a time in each frame. */
export const busyPage = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Busy</title></head>
  <body>
    <main>
      <h1>Entry</h1>
      <p><label>Amount <input name="amount" /></label> <button type="button">Save</button></p>
      <ul id="feed"></ul>
    </main>
    <script>
      const feed = document.getElementById('feed');
      for (let i = 0; i < 200; i += 1) feed.append(Object.assign(document.createElement('li'), { textContent: 'row ' + i }));
      if (location.search === '?busy') {
        let last = performance.now();
        let owed = 0;
        const turn = (now) => {
          owed += Math.min(100, now - last);
          last = now;
          while (owed >= 1) {
            owed -= 1;
            feed.firstChild.remove();
            feed.append(Object.assign(document.createElement('li'), { textContent: 'row ' + now.toFixed(0), className: 'c' + (now % 7) }));
          }
          requestAnimationFrame(turn);
        };
        requestAnimationFrame(turn);
      }
    </script>
  </body>
</html>`;

export const busyPack = {
  format: 'cairn/1',
  id: 'busy',
  version: 1,
  app: 'busy',
  title: 'Busy (sample)',
  language: 'en',
  sample: true,
  guides: [{ kind: 'tip', id: 'save', title: 'Save', anchor: { role: 'button', name: 'Save' }, body: 'Saves the entry.' }],
};
