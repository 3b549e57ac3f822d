/** What `mbpack preview` says besides findings. `page` goes to the browser as JSON: `{n}` and `{name}` are filled in there. */
export interface PreviewWords {
  /** The address follows on a line of its own. */
  readonly ready: string;
  readonly ended: string;
  readonly page: Readonly<
    Record<
      | 'language'
      | 'title'
      | 'documents'
      | 'outward'
      | 'internal'
      | 'pages'
      | 'page'
      | 'waiting'
      | 'fresh'
      | 'stale'
      | 'staleNote'
      | 'none'
      | 'later'
      | 'nothingToShow'
      | 'updating'
      | 'upToDate'
      | 'held'
      | 'lost'
      | 'zoomIn'
      | 'zoomOut'
      | 'fitWidth'
      | 'print'
      | 'save'
      | 'keys'
      | 'wrong'
      | 'hide'
      | 'unhide'
      | 'findings'
      | 'noFindings'
      | 'basis'
      | 'hint'
      | 'goTo'
      | 'stop'
      | 'error'
      | 'warning'
      | 'info'
      | 'drawFailed',
      string
    >
  >;
}
