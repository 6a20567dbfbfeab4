declare module 'twitter-text' {
  const twitterText: {
    extractHashtags(text: string): string[];
    readonly regexen: Readonly<Record<'validGTLD' | 'validCCTLD', RegExp>>;
  };
  export default twitterText;
}
