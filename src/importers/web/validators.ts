// HTTP validators: they name the version of a page, and are sent with a conditional request.

export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** Those of an object that has more, or undefined ones. */
export function validatorsOf({
  etag,
  lastModified,
}: {
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
}): Validators {
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) }
}
