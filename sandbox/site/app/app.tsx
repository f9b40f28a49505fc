/** @jsxImportSource react */
import { useEffect, useMemo, useRef, useState } from 'react';
import { ImageDialog } from './dialogs/image-dialog.tsx';
import { ReviewDialog } from './dialogs/review-dialog.tsx';
import { GeneratorPanel } from './generator/generator-panel.tsx';
import { ResourcePicker } from './generator/resource-picker.tsx';
import { PageView } from './pages/page-view.tsx';
import { type Queries, QueriesContext } from './queries.ts';
import { idleNavigator, RouterContext } from './router/context.tsx';
import { createNavigator } from './router/navigator.ts';
import type { Route } from './router/route.ts';
import { ColorSchemeProvider } from './shell/color-scheme.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { ScrollArea } from './shell/scroll-area.tsx';
import { SubNav } from './shell/sub-nav.tsx';

type Props = { initial: Route; queries: Queries; buildId: string; onHydrated?: () => void };

/** The whole site: what `#__next` holds, on the server and in the browser. */
export function App({ initial, queries, buildId, onHydrated }: Props) {
  const [route, setRoute] = useState(initial);
  const current = useRef(initial);
  const navigator = useMemo(() => {
    if (!onHydrated) return idleNavigator;
    return createNavigator({
      buildId,
      read: () => current.current,
      commit: next => {
        current.current = next;
        setRoute(next);
      },
    });
  }, [buildId, onHydrated]);

  useEffect(() => {
    const leaving = new AbortController();
    navigator.start(leaving.signal);
    onHydrated?.();
    return () => leaving.abort();
  }, [navigator, onHydrated]);

  return (
    <QueriesContext.Provider value={queries}>
      <RouterContext.Provider value={{ route, navigator }}>
        <ColorSchemeProvider initial={initial.pageProps.colorScheme}>
          <Header />
          <div className="flex flex-1 overflow-hidden">
            <GeneratorPanel />
            <div id="main" className="relative flex flex-1 flex-col overflow-hidden">
              <ScrollArea>
                <SubNav />
                <main className="relative flex-1">
                  <PageView route={route} />
                </main>
              </ScrollArea>
              <ImageDialog />
              <ReviewDialog />
            </div>
          </div>
          <Footer />
          <ResourcePicker />
        </ColorSchemeProvider>
      </RouterContext.Provider>
    </QueriesContext.Provider>
  );
}
