/** A page of a business app: a menu, a form, and a grid with two buttons and a link in each row, which has 15 elements and 5 texts. */
export function largePage(rowCount = 620): string {
  const rows = Array.from(
    { length: rowCount },
    (_, i) =>
      `<tr><td><input type="checkbox"></td><td><a href="/orders/${4000 + i}">${4000 + i}</a></td><td>Customer ${i * 7}</td><td><span>Site ${i % 9}</span></td><td>${i * 13},00</td><td><div class="tools"><button type="button" class="btn edit"><span>Edit</span></button><button type="button" class="btn"><i class="icon-x"></i></button></div></td></tr>`,
  ).join('');
  const menu = Array.from({ length: 40 }, (_, i) => `<li><a href="/m/${i}"><span>Menu entry ${i}</span></a></li>`).join('');
  const fields = Array.from(
    { length: 30 },
    (_, i) => `<div class="field"><label for="f${i}">Field number ${i}</label><input id="f${i}" name="field-${i}"></div>`,
  ).join('');
  return `<!doctype html><html><head></head><body><nav><ul>${menu}</ul></nav><main><h1>Orders</h1><form>${fields}<button>Save</button></form><table><thead><tr><th></th><th>Number</th><th>Customer</th><th>Site</th><th>Amount</th><th>Action</th></tr></thead><tbody>${rows}</tbody></table></main></body></html>`;
}
