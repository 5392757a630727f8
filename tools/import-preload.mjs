// Answers the one request of `cdk8s import k8s` from the file that $SWAGGER names.
import https from 'node:https';
import { Readable } from 'node:stream';
import { definitions } from './openapi.mjs';

https.get = (url, answer) => {
  if (!String(url.href ?? url).endsWith('/_definitions.json'))
    throw new Error(`unexpected request: ${url.href ?? url}`);
  const schema = JSON.stringify({ definitions: definitions(process.env.SWAGGER) });
  process.nextTick(() => answer(Object.assign(Readable.from([Buffer.from(schema)]), { statusCode: 200 })));
  return { on: () => undefined, once: () => undefined, end: () => undefined };
};
