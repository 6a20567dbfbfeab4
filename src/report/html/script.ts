/** The script of the page: sorting by a column, searching a table. Everything can also be read without it. */
export const SCRIPT = `'use strict';
for (const section of document.querySelectorAll('section.accounts')) {
  const table = section.querySelector('table');
  // An account is a body of its own: its row, and its case below.
  const rows = Array.from(table.tBodies);
  const field = section.querySelector('input');
  const told = section.querySelector('output');
  const heads = Array.from(section.querySelectorAll('thead th'));
  const texts = [];
  section.querySelector('.search').hidden = false;

  const search = () => {
    const words = field.value.toLowerCase().split(/\\s+/u).filter(Boolean);
    let found = 0;
    rows.forEach((row, index) => {
      texts[index] ??= row.textContent.toLowerCase();
      const hit = words.every((word) => texts[index].includes(word));
      row.hidden = !hit;
      if (hit) found++;
    });
    told.textContent = words.length === 0 ? '' : found + ' of ' + rows.length + ' accounts';
  };
  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });

  const order = new Intl.Collator('en', { numeric: true });
  heads.forEach((head, column) => {
    const numeric = head.dataset.sort === 'number';
    const valueOf = (row) => {
      const text = row.rows[0].cells[column].textContent.replace(/^~/u, '');
      return numeric ? Number(text.replace(/,/gu, '')) : text;
    };
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const before = head.getAttribute('aria-sort');
      const down = before === null ? numeric : before === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const keyed = rows.map((row) => [valueOf(row), row]);
      keyed.sort(([a], [b]) => (down ? -1 : 1) * (numeric ? a - b : order.compare(a, b)));
      table.append(...keyed.map(([, row]) => row));
    });
  });
}
`;
