import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE, type Bridge, CALL_CHANNEL } from '#shared/ipc/bridge.ts';

const bridge: Bridge = {
  call: async (name, text) => String(await ipcRenderer.invoke(CALL_CHANNEL, name, text)),
};

contextBridge.exposeInMainWorld(BRIDGE, bridge);
