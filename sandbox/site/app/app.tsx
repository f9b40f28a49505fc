/** @jsxImportSource react */
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Queries, QueriesContext } from '@/sandbox/site/app/data/queries.ts';
import { ImageDialog } from '@/sandbox/site/app/dialogs/image-dialog.tsx';
import { ReviewDialog } from '@/sandbox/site/app/dialogs/review-dialog.tsx';
import { PageView } from '@/sandbox/site/app/pages/page-view.tsx';
import { idleNavigator, RouterContext } from '@/sandbox/site/app/router/context.tsx';
import { createNavigator, type Navigator } from '@/sandbox/site/app/router/navigator.ts';
import type { Route } from '@/sandbox/site/app/router/route.ts';
import { ColorSchemeProvider } from '@/sandbox/site/app/shell/color-scheme.tsx';
import { Footer } from '@/sandbox/site/app/shell/footer.tsx';
import { Header } from '@/sandbox/site/app/shell/header.tsx';
import { ScrollArea } from '@/sandbox/site/app/shell/scroll-area.tsx';
import { SubNav } from '@/sandbox/site/app/shell/sub-nav.tsx';

type Props = { initial: Route; queries: Queries; buildId: string; onHydrated?: () => void };

type Site = { route: Route; navigator: Navigator };

/** The route on screen, and what changes it; on the server nothing does. */
function useNavigation({ initial, buildId, onHydrated }: Props): Site {
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
  return { route, navigator };
}

/** The whole site: what `#__next` holds, on the server and in the browser. */
export function App(props: Props) {
  const { initial, queries } = props;
  const { route, navigator } = useNavigation(props);
  return (
    <QueriesContext.Provider value={queries}>
      <RouterContext.Provider value={{ route, navigator }}>
        <ColorSchemeProvider initial={initial.pageProps.colorScheme}>
          <Header />
          <div className="flex flex-1 overflow-hidden">
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
        </ColorSchemeProvider>
      </RouterContext.Provider>
    </QueriesContext.Provider>
  );
}
