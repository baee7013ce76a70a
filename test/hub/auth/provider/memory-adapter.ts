type Payload = Record<string, unknown> & { grantId?: string; uid?: string };

/** Where one provider stores its sessions and tokens. Its own default is shared by all providers of a process. */
export function memoryAdapter() {
  const byKey = new Map<string, Payload>();
  return class {
    readonly #model: string;
    constructor(model: string) {
      this.#model = model;
    }
    #key = (id: string) => `${this.#model}:${id}`;
    async upsert(id: string, payload: Payload): Promise<void> {
      byKey.set(this.#key(id), payload);
    }
    async find(id: string): Promise<Payload | undefined> {
      return byKey.get(this.#key(id));
    }
    async findByUid(uid: string): Promise<Payload | undefined> {
      return [...byKey].find(([key, payload]) => key.startsWith(`${this.#model}:`) && payload.uid === uid)?.[1];
    }
    async consume(id: string): Promise<void> {
      const payload = byKey.get(this.#key(id));
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    }
    async destroy(id: string): Promise<void> {
      byKey.delete(this.#key(id));
    }
    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, payload] of byKey) if (payload.grantId === grantId) byKey.delete(key);
    }
  };
}
