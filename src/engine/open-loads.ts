/** Functions on the loads of stores, for the commands. */

export { loadFiles, type Loaded } from './store/load.js';
export { dropLoad, listLoads, type ListedLoad } from './store/list-loads.js';
