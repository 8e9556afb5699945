// Draws DNS records as a table that becomes one list for each record where there is little room.
import type { CopyText, Records } from '../protocol';
import { copyButton, drawCopyText, type Page } from './copyButton';
import { element } from './element';
import { drawMark } from './marks';

/** The roles are spelled out because the narrow layout takes them away from the elements. */
export function recordsTable(page: Page, records: Records, key: string): HTMLElement {
  const { caption, columns, rows, mark, copyAll } = records;
  const headings = columns.map((column) =>
    element('th', { text: column, attributes: { role: 'columnheader', scope: 'col' } }),
  );
  const table = element(
    'table',
    { class: 'records', attributes: { role: 'table', 'aria-label': caption } },
    element(
      'thead',
      { attributes: { role: 'rowgroup' } },
      element('tr', { attributes: { role: 'row' } }, ...headings),
    ),
    element(
      'tbody',
      { attributes: { role: 'rowgroup' } },
      ...rows.map((cells, index) => drawRow(page, columns, cells, `${key}/${index}`)),
    ),
  );
  const button = copyButton(
    page,
    { text: copyAll.text, label: `${copyAll.label}: ${caption}`, caption: copyAll.label },
    `${key}/all`,
  );
  const foot = element('div', { class: 'records-foot' }, button, drawMark(mark));
  return element('div', { class: 'records-box' }, table, foot);
}

function drawRow(
  page: Page,
  columns: readonly string[],
  cells: readonly (string | CopyText)[],
  key: string,
): HTMLElement {
  const drawn = cells.map((cell, index) => {
    // Where the headings are out of sight, each cell says its own.
    const attributes = { role: 'cell', 'data-label': columns[index] ?? '' };
    if (typeof cell === 'string')
      return element('td', { attributes }, element('span', { text: cell }));
    return element('td', { attributes }, drawCopyText(page, cell, `${key}/${index}`));
  });
  return element('tr', { attributes: { role: 'row' } }, ...drawn);
}
