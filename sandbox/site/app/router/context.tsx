/** @jsxImportSource react */
import { type AnchorHTMLAttributes, createContext, type MouseEvent, type RefObject, useContext } from 'react';
import type { Navigator } from './navigator.ts';
import type { Route } from './route.ts';

type RouterValue = { route: Route; navigator: Navigator };

const idle: Navigator = {
  push() {},
  replace() {},
  dialogs: {
    get: () => null,
    subscribe: () => () => {},
    open() {},
    openReview() {},
    swipe() {},
    close() {},
    follow() {},
    leave() {},
  },
  start() {},
};

const nowhere: Route = {
  page: '/_error',
  query: {},
  asPath: '/',
  pageProps: {
    colorScheme: 'dark',
    flags: { vault: false, imageGeneration: false, airDisplay: false },
    domain: 'green',
    host: 'civitai.com',
    hasAuthCookie: false,
  },
};

export const RouterContext = createContext<RouterValue>({ route: nowhere, navigator: idle });

/** The navigator on the server, where there are no clicks. */
export const idleNavigator = idle;

/** The page on screen and the way to another one. */
export function useRouter(): RouterValue {
  return useContext(RouterContext);
}

function isPlainClick(event: MouseEvent<HTMLAnchorElement>): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; anchorRef?: RefObject<HTMLAnchorElement> };

/** next/link: a real anchor whose plain click navigates without a new document. Nothing is prefetched (C.1). */
export function Link({ href, onClick, anchorRef, children, ...rest }: LinkProps) {
  const { navigator } = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || rest.target || !isPlainClick(event)) return;
    event.preventDefault();
    navigator.push(href);
  };
  return (
    <a {...rest} ref={anchorRef} href={href} onClick={follow}>
      {children}
    </a>
  );
}

/** RoutedDialogLink: an anchor to the picture's own page that opens it as a dialog over this one (C.2). */
export function ImageLink({
  imageId,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { imageId: number }) {
  const { navigator } = useRouter();
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    navigator.dialogs.open(imageId);
  };
  return (
    <a {...rest} href={`/images/${imageId}`} onClick={open}>
      {children}
    </a>
  );
}
