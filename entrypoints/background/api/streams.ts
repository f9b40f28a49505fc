import { vaultAnswer } from '@/entrypoints/background/api/schemas/vault-schemas';
import { isOlderThan } from '@/utils/age';
import { request, type Transport } from './request';
import { streamedBody } from './streamed-body';

/** Connections change with the network: the answer counts for so long. */
const VALID_MS = 5 * 60_000;
/** The user waits for it at most so long, beside the check that they wait for anyway. */
const ASK_TIMEOUT_MS = 2_500;

export type Streams = {
  /** True if a request with a streamed body arrives, so that the browser can't send it again by itself. Never rejects. */
  areCarried(): Promise<boolean>;
  /** A streamed request failed: the connection may be another one now. */
  forget(): void;
};

/**
 * Finds out whether the connection carries streamed bodies. The site answers a `POST` to a read with 405 (site-facts.md, "What browsers
 * do to a request"); any other answer, or none, is a no.
 */
export function createStreams(transport: Transport): Streams {
  let answer = Promise.resolve(false);
  let askedOn = 0;
  const forget = () => {
    askedOn = 0;
  };
  return {
    forget,
    areCarried() {
      const now = transport.now();
      if (isOlderThan(VALID_MS, askedOn, now)) {
        askedOn = now;
        answer = ask(transport, forget).catch(() => false);
      }
      return answer;
    },
  };
}

async function ask(transport: Transport, failed: () => void): Promise<boolean> {
  const body = streamedBody();
  // Firefox 153 makes a text of the stream, and sends that again like any other.
  const probe = new Request('https://civitai.com', { method: 'POST', ...body });
  if (probe.headers.has('content-type')) return false;
  const question = { path: 'vault/get', method: 'POST', key: 'none', schema: vaultAnswer, isStreamed: true } as const;
  const answer = await request({ ...transport, timeoutMs: ASK_TIMEOUT_MS }, question);
  if (!answer.ok && answer.sent !== 'answered') failed();
  return !answer.ok && answer.status === 405;
}
