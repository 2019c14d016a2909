/** The same bytes, with word of each piece that is read, and of the end: read, broken or let go. */
export function watchedBody(
  body: ReadableStream<Uint8Array>,
  on: { readonly over: () => void; readonly read?: (bytes: number) => void },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            on.over();
            controller.close();
            return;
          }
          on.read?.(value.byteLength);
          controller.enqueue(value);
        } catch (error) {
          on.over();
          controller.error(error);
        }
      },
      async cancel(reason) {
        on.over();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
