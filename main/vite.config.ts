import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const driver = path.resolve(import.meta.dirname, '../node_modules/@serialport/bindings-cpp');

/** The native part of the driver of serial ports, for each system that the app is made for. */
const NATIVE: Readonly<Record<string, string>> = {
  'win32-x64': 'win32-x64/@serialport+bindings-cpp.node',
  'win32-arm64': 'win32-arm64/@serialport+bindings-cpp.armv8.node',
  'linux-x64': 'linux-x64/@serialport+bindings-cpp.glibc.node',
  'linux-arm64': 'linux-arm64/@serialport+bindings-cpp.armv8.glibc.node',
  'darwin-x64': 'darwin-x64+arm64/@serialport+bindings-cpp.node',
  'darwin-arm64': 'darwin-x64+arm64/@serialport+bindings-cpp.node',
};

/** The package has no node_modules: the native part lies beside the program, and is looked for there. */
const nativeBeside = (): Plugin => ({
  name: 'native-beside',
  enforce: 'pre',
  load: (id) =>
    id.replaceAll('\\', '/').endsWith('/bindings-cpp/dist/serialport-bindings.js')
      ? [
          `import { createRequire } from 'node:module';`,
          'const native = `./native/serial-${process.platform}-${process.arch}.node`;',
          'export const binding = createRequire(import.meta.url)(native);',
        ].join('\n')
      : null,
  generateBundle() {
    for (const [system, file] of Object.entries(NATIVE))
      this.emitFile({
        type: 'asset',
        fileName: `native/serial-${system}.node`,
        source: readFileSync(path.join(driver, 'prebuilds', file)),
      });
  },
});

/** The desktop app's main program: one ES module with all it needs inside, so that the package has no node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [nativeBeside()],
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: path.join(import.meta.dirname, 'boot/boot.ts'),
    outDir: path.resolve(import.meta.dirname, '../dist/desktop'),
    // A build goes to a new folder, which then takes the place of the last.
    emptyOutDir: false,
    // What lies beside the program, too.
    ssrEmitAssets: true,
    target: 'node22',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'boot.js', codeSplitting: false } },
  },
});
