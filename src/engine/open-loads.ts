/** What is loaded into stores: the commands' way to them. */

export { loadFiles, type Loaded } from './store/load.js';
export { dropLoad, listLoads, type ListedLoad } from './store/list-loads.js';
