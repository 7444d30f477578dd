import { connect } from 'node:net';

/** Connects to a server's port and sends these bytes, without ending its side. */
export const dial = (endpoint: string, bytes: string | Buffer = '') => {
  const socket = connect(Number(new URL(endpoint).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  // A connection that is reset is closed too.
  socket.on('error', () => {});
  if (bytes.length > 0) socket.write(bytes);
  return {
    socket,
    /** All that came until the server closed the connection. */
    ended: new Promise<string>((resolve) => socket.once('close', () => resolve(text))),
  };
};

/** An answer as it came: status, headers in lower case, body. */
export const parseAnswer = (text: string) => {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [line = '', ...fields] = head.split('\r\n');
  const headers = Object.fromEntries(
    fields.map((field) => {
      const [name = '', value = ''] = field.split(': ');
      return [name.toLowerCase(), value];
    }),
  );
  return { status: Number(line.split(' ')[1]), headers, body };
};
