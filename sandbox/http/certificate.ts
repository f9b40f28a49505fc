import { generate } from 'selfsigned';

/** Hosts that the sandbox stands in for. */
const HOSTS = ['civitai.com', 'civitai.red', 'image.civitai.com', 'auth.civitai.com'] as const;

type Certificate = { key: string; cert: string };

let certificate: Promise<Certificate> | undefined;

async function create(): Promise<Certificate> {
  const names = HOSTS.map(value => ({ type: 2 as const, value }));
  const extensions = [{ name: 'subjectAltName' as const, altNames: [...names, { type: 7 as const, ip: '127.0.0.1' }] }];
  const made = await generate([{ name: 'commonName', value: HOSTS[0] }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions,
  });
  return { key: made.private, cert: made.cert };
}

/** A self-signed certificate for all hosts and 127.0.0.1, made once a process and never written to disk. */
export function selfSigned(): Promise<Certificate> {
  certificate ??= create();
  return certificate;
}
