/** Folders and files of src by layers, the lowest first. */
export const LAYERS: readonly (readonly string[])[];
/** The folders that may touch files and the network. */
export const FILE_READERS: readonly string[];
/** The folders that may know the process. */
export const PROCESS_READERS: readonly string[];
