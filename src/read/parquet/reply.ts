/** What the thread that decodes answers when it is asked for more: first `opened`, then rows, and `ended`; or `failed`. */
export type Reply =
  /** `cells` is how many there are, of which each will be at least a byte of a table. */
  | {
      readonly kind: 'opened';
      readonly columns: readonly string[];
      readonly rows: number;
      readonly bytes: number;
      readonly cells: number;
    }
  /** `size` is that of the cells in characters, and one for each. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[]; readonly size: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Failure {
  readonly kind: 'damaged' | 'too-large' | 'cut-off' | 'unreadable' | 'system';
  readonly message: string;
  /** Of an error of the file system, such as `EIO`. */
  readonly code?: string;
}

export interface Task {
  readonly path: string;
  /** Counts up as the work goes on. */
  readonly beats: Int32Array;
}
