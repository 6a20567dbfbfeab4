export { type Platform, platformOf, postUrl, profileUrl } from '../documents/addresses.js';
