// Runs in every document that the benchmark opens: says when a mark in the deck's text is on screen.

/** Reports each mark (`markstart`, `markedit12x`) once it is laid out, visible and painted, with the time of day. */
export function reportSeen() {
  // A message that is sent when a frame begins comes when that frame has been painted.
  const afterFrame = then =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(undefined)
    })

  const marks = /mark(?:start|edit\d+x)/g
  const seen = new Set()

  const isOnScreen = node => {
    const parent = node.parentElement
    if (!parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].some(
      ({ width, height, top, bottom, left, right }) =>
        width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    )
  }

  const look = () => {
    const root = document.body
    if (!root) return
    // Cheap for what says nothing new: most looks end here.
    const fresh = [...new Set(root.textContent.match(marks))].filter(mark => !seen.has(mark))
    if (fresh.length === 0) return
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      for (const mark of texts.currentNode.data.match(marks) ?? []) {
        if (seen.has(mark) || !isOnScreen(texts.currentNode)) continue
        seen.add(mark)
        afterFrame(() => window.benchSeen(mark, performance.timeOrigin + performance.now()))
      }
    }
  }
  // Slides also appear by a class or by a frame that is drawn later, which changes no text.
  new MutationObserver(look).observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  })
  const frame = () => {
    look()
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}
