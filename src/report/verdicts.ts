import type { Verdict, VerdictReason } from '../documents/verdict.js';

/** The name of each verdict in reports, and what it means. Never bot, troll, fake or paid. */
export const VERDICT_TEXTS: Readonly<Record<Verdict, { readonly name: string; readonly means: string }>> = {
  coordinated: { name: 'likely coordinated', means: 'two independent kinds of evidence' },
  flooding: { name: 'repeats itself, alone', means: 'nobody acts along' },
  unclear: { name: 'unclear', means: 'some evidence, not enough to name' },
  organic: { name: 'no coordination found', means: 'not cleared' },
  insufficient: { name: 'insufficient data', means: 'too little to judge' },
};

/** The reason for a verdict, in a few words. */
export const REASON_TEXTS: Readonly<Record<VerdictReason, string>> = {
  'seen-once': 'fits a group, seen acting along once',
  'may-be-copied': 'others did the same, but after it: they may have copied it',
  undecided: 'on one of two sides, and we cannot tell which one pushed',
  'no-push': 'fits a set that is no more concentrated than a public can be',
  few: 'fits, but its group is too small, or chance or the tags of an event can explain its ties',
  'out-of-step': 'shares what its group shares, but less closely in time, as people do who copy it',
  'amplifies-few': 'its group amplifies one account or a few, as fans do',
  'mostly-retweets': 'its group shares mostly retweets, as an audience does',
  'service-feed': 'its group posts the templates of a service',
  outlets: 'its group is the outlets of one publisher',
  'public-appeal': 'its group follows a public appeal to copy',
  'one-occasion': 'acted along once only, or with one other only',
  'one-family': 'one kind of evidence only',
  'by-chance': 'two kinds of evidence, but too many accounts show as much by chance',
  'one-sign': 'one kind of evidence stands out',
  repetition: 'the same text again and again',
  bursts: 'posts in bursts',
  'small-dump': 'the dump is too small',
  'little-shown': 'it shows too little',
};
