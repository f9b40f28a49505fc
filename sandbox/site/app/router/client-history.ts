/** The site wraps `history.pushState` to know whether there is a page of its own to go back to (site-facts.md C.1). */
export function recordClientHistory(): void {
  const original = history.pushState;
  const visited: string[] = [];
  history.pushState = function pushState(data, unused, url) {
    visited.push(String(url ?? location.href));
    original.call(history, data, unused, url);
    sessionStorage.setItem('client-history', String(visited.length));
  };
}
