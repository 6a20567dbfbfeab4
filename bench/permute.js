// Makes conversations in which all accounts act alone from a real one. Independent of the methods that are measured.

/** Posts in the order of the dataset: by time, then account, then id; only the first post with each id. */
export function inOrder(posts) {
  const seen = new Set();
  return [...posts]
    .sort((a, b) => a.time - b.time || compare(a.account.id, b.account.id) || compare(a.id ?? '', b.id ?? ''))
    .filter(({ id }) => id === undefined || (!seen.has(id) && seen.add(id)));
}

/**
 * Permutes the contents of posts within each moment. Who posts when, and what circulates when, do not change. What
 * remains of joint actions is what any crowd would show.
 *
 * @param posts in order of time
 * @param moment how many consecutive posts form a moment
 */
export function permuteContents(posts, moment, random) {
  const permuted = [];
  for (let start = 0; start < posts.length; start += moment) {
    const block = posts.slice(start, start + moment);
    const contents = random.shuffle(block.map(contentOf));
    for (const [i, { id, account, time, client, input, line }] of block.entries())
      permuted.push({ ...contents[i], id, account, time, client, input, line });
  }
  return permuted;
}

/** All of a post except its position, time and author. */
function contentOf({
  id: _id,
  account: _account,
  time: _time,
  client: _client,
  input: _input,
  line: _line,
  ...content
}) {
  return content;
}

/** Permutes the accounts' creation dates; an account's date is the earliest that its posts state. */
export function permuteCreationDates(posts, random) {
  const created = new Map();
  for (const { account } of posts) {
    const known = created.get(account.id);
    if (known === undefined || (account.created?.from ?? Infinity) < known.from)
      created.set(account.id, account.created);
  }
  const ids = [...created.keys()].sort(compare);
  const givers = random.shuffle(ids);
  const dealt = new Map(ids.map((id, i) => [id, created.get(givers[i])]));
  return posts.map((post) => {
    const { created: _, ...account } = post.account;
    const date = dealt.get(account.id);
    return { ...post, account: date === undefined ? account : { ...account, created: date } };
  });
}

/** Applies both permutations. */
export function permute(posts, moment, random) {
  return permuteCreationDates(permuteContents(inOrder(posts), moment, random), random);
}

function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
