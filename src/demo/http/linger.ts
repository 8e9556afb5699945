// Ends a server that nobody is connected to any more.

import type { Server } from 'node:http';

/** Closes `server` once it has had no open socket for `delayMs`, counted from its start too. */
export function endWhenAlone(server: Server, delayMs: number): void {
  let sockets = 0;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    timer = setTimeout(() => server.close(), delayMs);
  };
  server.on('listening', wait);
  server.on('connection', (socket) => {
    sockets += 1;
    clearTimeout(timer);
    socket.once('close', () => {
      sockets -= 1;
      if (sockets === 0 && server.listening) wait();
    });
  });
  server.on('close', () => clearTimeout(timer));
}
