// Whose articles a question may see.

/** The servers whose own articles may be seen besides the shared ones, by their ids; `all` for every article. */
export type Audience = 'all' | readonly string[]

/** Whether an audience may see an article: a shared one, or one of its servers' own. */
export function isVisible({ server }: { readonly server?: string }, audience: Audience): boolean {
  return server === undefined || audience === 'all' || audience.includes(server)
}
