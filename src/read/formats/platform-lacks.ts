/** What the posts of a platform, or its dumps, do not contain: shown by an inspection. */

export const REDDIT_LACKS =
  'Reddit has no hashtags of its own: words behind # in its texts are counted as hashtags. ' +
  'Crossposts count as retweets where the dump marks them.';

export const YOUTUBE_LACKS =
  'YouTube’s comments have no retweets of their own, and seldom hashtags: ' +
  'mostly texts, replies and times can show who acts together.';

export const TIKTOK_LACKS = 'TikTok’s dumps do not tell who reposted a video: each post is one that its account made.';

export const INSTAGRAM_LACKS =
  'Instagram’s dumps do not tell who reshared a post: each post is one that its account made.';
