/** Notes accounts that have one name on several servers, as those of the Fediverse do. */

import { foldHandle } from '../../text/fold-handle.js';
import { stripAt } from '../values.js';
import { type ColumnChoice, quoteName } from './column-choice.js';

/** Names of columns with the server of an account; `domain` alone is that of a link. */
const OF_SERVERS =
  /^(?:(?:user|account|author)[ _.]?(?:instance|server|host|domain)|instance|server|home[ _.]?server|pod)(?:[ _.]?(?:name|url))?$/i;
/** This many names must stand beside several servers. */
const ENOUGH = 2;

/** Adds a note if accounts are told apart by a name that stands beside several servers. */
export function noteServers(choice: ColumnChoice): void {
  const { places, plan, notes } = choice;
  const [at] = places.handle ?? [];
  if (at === undefined || places.account || plan.mapped.has('handle')) return;
  const handle = choice.column(at);
  const server = choice
    .columnsExcept(choice.used())
    .find(({ name, distinct }) => distinct > 1 && OF_SERVERS.test(name.trim()));
  if (!server) return;
  const found = new Map<string, Set<string>>();
  handle.cells.forEach((cell, row) => {
    const [own, its] = [foldHandle(stripAt(cell)), (server.cells[row] ?? '').toLowerCase()];
    if (own !== '' && its !== '') found.set(own, (found.get(own) ?? new Set()).add(its));
  });
  const several = [...found.values()].filter(({ size }) => size > 1).length;
  if (several < ENOUGH) return;
  notes.push(
    `${several} values of ${quoteName(handle)} stand beside several of ${quoteName(server)}: accounts of one name on two ` +
      'servers count as one. Write both into one column (ann@host) to tell them apart.',
  );
}
