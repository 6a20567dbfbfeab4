declare module 'twitter-text' {
  const twitterText: { extractHashtags(text: string): string[] };
  export default twitterText;
}
