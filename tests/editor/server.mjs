// A small client of the language server that editors use for YAML.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { here, text } from "./lib.mjs";

// No schema from elsewhere: what is asked of the server is between the file and its schema.
const SETTINGS = {
  schemaStore: { enable: false },
  kubernetesCRDStore: { enable: false },
  validate: true,
  hover: true,
  completion: true,
  // As docs/bijdragen.md has it.
  schemas: { "schema-product.json": "vendors/*/*.yaml" },
};

export class Server {
  #process = spawn(process.execPath, [join(here, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {},
  });
  #received = Buffer.alloc(0);
  #number = 0;
  // What waits for an answer, by the number of its request; for findings, by the file.
  #waiting = new Map();

  static async start(folder) {
    const server = new Server();
    server.#process.stdout.on("data", (part) => server.#take(part));
    server.#process.on("exit", (code) => {
      for (const { reject } of server.#waiting.values()) reject(new Error(`the language server ended: ${code}`));
    });
    const root = pathToFileURL(folder).href;
    await server.#ask("initialize", {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "data" }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { hover: { contentFormat: ["markdown"] }, publishDiagnostics: {}, completion: { completionItem: {} } },
      },
    });
    server.#tell("initialized", {});
    return server;
  }

  // Opens a file, and gives what the server finds in it.
  async open(path, content = text(path)) {
    const uri = pathToFileURL(path).href;
    const found = this.#wait(uri);
    this.#tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text: content } });
    return found;
  }

  close(path) {
    this.#tell("textDocument/didClose", { textDocument: { uri: pathToFileURL(path).href } });
  }

  // What the server proposes at a place of an open file.
  async completion(path, position) {
    const { items } = await this.#ask("textDocument/completion", { textDocument: { uri: pathToFileURL(path).href }, position });
    return items;
  }

  // What the server explains at a place of an open file.
  async hover(path, position) {
    const found = await this.#ask("textDocument/hover", { textDocument: { uri: pathToFileURL(path).href }, position });
    return found?.contents?.value ?? "";
  }

  async stop() {
    await this.#ask("shutdown");
    this.#tell("exit");
  }

  #wait(key) {
    return new Promise((resolve, reject) => this.#waiting.set(key, { resolve, reject }));
  }

  #ask(method, params) {
    this.#number += 1;
    const answer = this.#wait(this.#number);
    this.#send({ id: this.#number, method, params });
    return answer;
  }

  #tell(method, params) {
    this.#send({ method, params });
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(part) {
    this.#received = Buffer.concat([this.#received, part]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.subarray(0, end).toString())[1]);
      const [from, to] = [end + 4, end + 4 + length];
      if (this.#received.length < to) return;
      const message = JSON.parse(this.#received.subarray(from, to).toString());
      this.#received = this.#received.subarray(to);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, result, error }) {
    if (method === "workspace/configuration") {
      this.#send({ id, result: params.items.map(({ section }) => (section === "yaml" ? SETTINGS : null)) });
    } else if (method === "textDocument/publishDiagnostics") {
      this.#settle(params.uri, params.diagnostics);
    } else if (method !== undefined && id !== undefined) {
      this.#send({ id, result: null });
    } else if (method === undefined) {
      this.#settle(id, result, error);
    }
  }

  #settle(key, value, error) {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(value);
  }
}
