import path from 'node:path';
import { build } from 'vite';

/** The probe of `page/` as one script that runs before the page's own. */
export const buildProbe = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      lib: {
        entry: path.join(import.meta.dirname, 'page/probe.ts'),
        formats: ['iife'],
        name: 'benchProbe',
      },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('the probe was not built');
  return output.output[0].code;
};
