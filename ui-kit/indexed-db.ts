/** One store of values in the browser's IndexedDB, which outlives a reload and a power cut. */

const store = 'values'

/** Null where the browser keeps nothing, as some do in private windows. */
export function openStore(
  name: string,
  options?: IDBObjectStoreParameters,
): Promise<IDBDatabase | null> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(store, options)
  return done(request).catch(() => null)
}

export function on(db: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  // A power cut must not take back what the page was told is kept.
  return db.transaction(store, mode, { durability: 'strict' }).objectStore(store)
}

export function done<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(request.error?.message ?? 'IndexedDB failed'))
  })
}
