/** Folders and files of src by layers, the lowest first. */
export const LAYERS: readonly (readonly string[])[];
