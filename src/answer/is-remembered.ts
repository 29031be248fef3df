// Recognises articles that hold what a person answered on Discord.

/** Whether an article is a remembered answer: a file of `servers/<id>/answers/`. */
export function isRemembered({ file, server }: { readonly file: string; readonly server?: string }): boolean {
  return server !== undefined && file.includes(`servers/${server}/answers/`)
}
