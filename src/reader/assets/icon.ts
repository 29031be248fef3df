// The icon of the pages: a quotation mark, as a data address, so that it costs no request.

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#4752c4"/><path d="M3 9V7q0-3 3-3.5V5Q5 5.4 5 7h2v4H3zm6 0V7q0-3 3-3.5V5q-1 .4-1 2h2v4H9z" fill="#fff"/></svg>'

export const ICON = `data:image/svg+xml,${encodeURIComponent(SVG)}`
