package dev.assay.evidence.store;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/**
 * An object's bytes. Closing early drops the connection: the SDK would otherwise read the rest of
 * the object, up to 5 GiB, only to keep it.
 */
final class PromptStream extends FilterInputStream {

  private final ResponseInputStream<?> answer;
  private boolean ended;

  PromptStream(ResponseInputStream<?> answer) {
    super(answer);
    this.answer = answer;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    ended = read < 0;
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    ended = read < 0;
    return read;
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      answer.close();
    } else {
      answer.abort();
    }
  }
}
