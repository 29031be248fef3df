// The script of the pages: `/` moves to the form.

export const KEYBOARD = `addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event
  if (key !== '/' || ctrlKey || metaKey || altKey || /^(?:INPUT|TEXTAREA)$/.test(target.tagName)) return
  const field = document.querySelector('input[name="q"]')
  if (!field) return
  event.preventDefault()
  field.focus()
  field.select()
})
`
