// TCP echo: ten clients in the server's process send lines and wait for each reply. The clock counts processor time.
"use strict";

const net = require("net");

const CLIENTS = 10, MESSAGES = 2_000;
const LINE = Buffer.from("x".repeat(99) + "\n");

function client(port) {
  return new Promise((resolve) => {
    let received = 0, sent = 1;
    const socket = net.connect({ port, host: "127.0.0.1", noDelay: true }, () => socket.write(LINE));
    let line = 0;
    socket.on("data", (data) => {
      received += data.length;
      line += data.length;
      if (line < LINE.length) return;
      line -= LINE.length;
      if (sent++ < MESSAGES) socket.write(LINE);
      else socket.end();
    });
    socket.on("close", () => resolve(received));
  });
}

const server = net.createServer({ noDelay: true }, (socket) => socket.on("data", (data) => socket.write(data)));
server.listen(0, "127.0.0.1", async () => {
  const start = process.cpuUsage();
  const counts = await Promise.all(Array.from({ length: CLIENTS }, () => client(server.address().port)));
  const used = process.cpuUsage(start);
  console.log("tcp_echo_streams", counts.reduce((a, b) => a + b, 0));
  console.log(`# ${(((used.user + used.system) * 1e3) / (CLIENTS * MESSAGES)).toFixed(1)} ns per op`);
  server.close();
});
